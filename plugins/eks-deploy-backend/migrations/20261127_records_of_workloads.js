// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('deployment_records', table => {
    table
      .string('kind', 32)
      .notNullable()
      .defaultTo('Deployment')
      .comment('Kind of the Workload');
    table
      .string('kubernetes_id', 63)
      .comment('The label that the Workload carried; null in older rows');
    table.index(['cluster', 'namespace', 'requested_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('deployment_records', table => {
    table.dropIndex(['cluster', 'namespace', 'requested_at']);
    table.dropColumn('kubernetes_id');
    table.dropColumn('kind');
  });
};
