import * as vscode from 'vscode';
import * as assert from '../assert';
import { closeAll, openFile } from '../specification';

describe('activation', () => {
  afterEach(closeAll);

  it('starts the server when a specification is opened', async () => {
    await openFile('# Leistungsbeschreibung\n');
    const extension = vscode.extensions.getExtension('gruenstift.gruenstift');
    assert.ok(extension, 'the extension is there');
    const { client } = await extension.activate();
    assert.ok(client.isRunning());
  });

  it('runs where it says it runs: in a worker in the web extension host, with a process elsewhere', async () => {
    const { client } = await vscode.extensions.getExtension('gruenstift.gruenstift')!.activate();
    const inWorker = typeof (globalThis as { importScripts?: unknown }).importScripts === 'function';
    assert.equal(client.serverProcess !== undefined, !inWorker);
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
