// @ts-check

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('deployment_records', table => {
    table.comment('Who had what done to which DeployTarget');
    table.uuid('id').primary();
    table.string('command', 32).notNullable();
    table.string('status', 32).notNullable();
    table.string('entity_ref', 255).notNullable();
    table.string('environment', 63).notNullable();
    table.string('cluster', 255).notNullable();
    table.string('namespace', 63).notNullable();
    table.string('workload', 253).notNullable();
    table.string('requested_by', 255).notNullable();
    table
      .string('requested_at', 32)
      .notNullable()
      .comment('ISO 8601 in UTC, which sorts the same in every database');
    table.string('ended_at', 32);
    table.text('reason');
    table.integer('from_revision');
    table.integer('to_revision');
    table.text('image');
    table.text('workflow_run').comment('WorkflowRun as JSON');
    table.text('message');
    table.text('trail').comment('Trail as JSON: how to follow the act');
    table.integer('version').notNullable().comment('Raised by each change');
    table
      .string('changed_at', 32)
      .notNullable()
      .comment('ISO 8601 in UTC, by the clock of the replica that changed it');
    table.index(['entity_ref', 'requested_at']);
    table.index(['ended_at']);
    table.index(['changed_at']);
  });
  // Both SQLite and PostgreSQL know partial indexes; knex has no portable word for them.
  await knex.raw(`
    CREATE UNIQUE INDEX deployment_records_one_redeploy
      ON deployment_records (cluster, namespace, workload)
      WHERE command = 'redeploy' AND ended_at IS NULL
  `);
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('deployment_records');
};
