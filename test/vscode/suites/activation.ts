import * as vscode from 'vscode';
import * as assert from '../assert';
import { closeAll, openFile } from '../specification';

/** Set by the build of the suite for the web extension host: it must not run elsewhere unnoticed. */
declare const WEB_SUITE: boolean;
const expectsWorker = WEB_SUITE;

describe('activation', () => {
  afterEach(closeAll);

  it('starts the server when a specification is opened', async () => {
    await openFile('# Leistungsbeschreibung\n');
    const extension = vscode.extensions.getExtension('gruenstift.gruenstift');
    assert.ok(extension, 'the extension is there');
    const { client } = await extension.activate();
    assert.ok(client.isRunning());
  });

  it(`runs the server as a ${expectsWorker ? 'web worker' : 'process'}`, async () => {
    const { client } = await vscode.extensions.getExtension('gruenstift.gruenstift')!.activate();
    assert.equal(client.serverProcess === undefined, expectsWorker);
    assert.equal(typeof process === 'undefined' || !process.versions?.node, expectsWorker, 'the host of the suite itself');
  });

  it('registers every command of the manifest', async () => {
    const extension = vscode.extensions.getExtension('gruenstift.gruenstift')!;
    const contributed: { command: string }[] = extension.packageJSON.contributes.commands;
    const registered = new Set(await vscode.commands.getCommands(true));
    assert.equal(
      contributed.map(({ command }) => command).filter((command) => !registered.has(command)),
      [],
    );
  });

  it('comes back after a restart of the server', async () => {
    const { client } = await vscode.extensions.getExtension('gruenstift.gruenstift')!.activate();
    await vscode.commands.executeCommand('gruenstift.restartServer');
    assert.ok(client.isRunning());
  });
});
