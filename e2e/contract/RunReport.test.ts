import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { RunReport, runReported } from './RunReport';

describe('RunReport', () => {
  const folder = mkdtempSync(join(tmpdir(), 'run-report-'));
  const file = join(folder, 'report.json');
  const lines: string[] = [];
  const written = () => JSON.parse(readFileSync(file, 'utf8'));
  const aReport = () => new RunReport(file, line => lines.push(line));

  beforeEach(() => lines.splice(0));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has every case in its file as soon as the case has ended', () => {
    const report = aReport();
    report.begin('first');
    report.begin('second');
    report.end('first', 'passed');
    expect(written()).toEqual({ passed: 1, failed: 0, skipped: 0 });
    report.end('second', 'skipped');
    expect(written()).toEqual({ passed: 1, failed: 0, skipped: 1 });
  });

  it('keeps what ran, and names what ran meanwhile, if the run breaks off', async () => {
    const report = aReport();
    const code = await runReported(report, async () => {
      report.begin('first');
      report.end('first', 'passed');
      report.begin('second');
      throw new Error('the portal is gone');
    });
    expect(code).toBe(1);
    expect(written()).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(lines).toEqual([
      expect.stringMatching(/^✗ second: Error: the portal is gone/),
    ]);
  });

  it('counts an error outside of every case, and lets the cases go on', () => {
    const report = aReport();
    report.begin('first');
    report.addUncaught(new Error('of a timer'));
    report.end('first', 'passed');
    expect(written()).toEqual({ passed: 1, failed: 1, skipped: 0 });
    expect(lines[0]).toMatch(/no case caught, during first: Error: of a timer/);
  });

  it('catches what timers throw while a suite runs', async () => {
    const report = aReport();
    const before = process.listeners('uncaughtException').length;
    const code = await runReported(report, async () => {
      expect(process.listeners('uncaughtException')).toHaveLength(before + 1);
      process.emit('uncaughtException', new Error('of a timer'));
    });
    expect(code).toBe(1);
    expect(process.listeners('uncaughtException')).toHaveLength(before);
    expect(written()).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});
