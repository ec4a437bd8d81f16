import assert from 'node:assert/strict';
import { type Hover, HoverRequest, type MarkupContent } from 'vscode-languageserver-protocol';
import { Client, modest } from './client';
import { specification } from './specification';

/** What is shown over the first occurrence of some words. */
async function hoverOver(client: Client, uri: string, words: string): Promise<{ hover: Hover; kind: string; text: string } | null> {
  const document = client.documents.get(uri)!;
  const at = document.getText().indexOf(words);
  assert.ok(at >= 0);
  const hover = await client.connection.sendRequest(HoverRequest.type, { textDocument: { uri }, position: document.positionAt(at + 1) });
  if (!hover) return null;
  const { kind, value } = hover.contents as MarkupContent;
  return { hover, kind, text: value };
}

describe('hover', () => {
  let client: Client;
  afterEach(() => client.stop());

  it('says rule, message, norm with link, facts on the label and source', async () => {
    client = await Client.start({ initializationOptions: { rulePages: 'vscode://gruenstift.gruenstift/regel/' } });
    const uri = await client.open('a.md', specification);
    const shown = (await hoverOver(client, uri, 'Blauen Engel'))!;
    assert.equal(shown.kind, 'markdown');
    assert.equal(client.documents.get(uri)!.getText(shown.hover.range), 'Blauen Engel');
    assert.match(shown.text, /^\*\*Gütezeichen ohne/);
    assert.match(shown.text, /label-equivalence/);
    assert.match(shown.text, /\*\*Norm:\*\* \[§ 34[^\]]*VgV\]\(<https:/);
    assert.match(shown.text, /\*\*Gütezeichen:\*\* .*Blauer Engel/);
    assert.match(shown.text, /\*\*Quelle:\*\* .*geprüft am \d/);
    assert.match(shown.text, /\[Mehr zur Regel\]\(<vscode:\/\/gruenstift\.gruenstift\/regel\/label-equivalence>\)/);
  });

  it('says what replaced an outdated reference', async () => {
    client = await Client.start();
    const uri = await client.open('a.md', specification);
    const { text } = (await hoverOver(client, uri, 'BGV A3'))!;
    assert.match(text, /Ersetzt durch: .*DGUV Vorschrift 3/);
  });

  it('says what to compare with where the end of a reference is not proved', async () => {
    client = await Client.start();
    const uri = await client.open('a.md', '# Leistungsbeschreibung\n\nDer Schacht ist nach DIN 19537-3 herzustellen.\n');
    const { text } = (await hoverOver(client, uri, 'DIN 19537'))!;
    assert.match(text, /nicht belegt\. Zum Vergleich: DIN EN 12666-1/);
    assert.doesNotMatch(text, /Ersetzt durch|gilt nicht mehr/);
  });

  it('speaks English to others, and plain text to modest clients', async () => {
    client = await Client.start({ capabilities: modest, locale: 'en-GB' });
    const uri = await client.open('a.md', specification);
    const { kind, text } = (await hoverOver(client, uri, 'Blauen Engel'))!;
    assert.equal(kind, 'plaintext');
    assert.match(text, /^Label without/);
    assert.match(text, /Norm: § 34/);
    assert.doesNotMatch(text, /\*\*|\]\(/);
  });

  it('keeps the language of the setting over that of the editor', async () => {
    client = await Client.start({ locale: 'de', settings: { language: 'en' } });
    const uri = await client.open('a.md', specification);
    await client.until(() => client.refreshes > 0, 'the settings');
    assert.match((await hoverOver(client, uri, 'Blauen Engel'))!.text, /^\*\*Label without/);
  });

  it('shows words of the text as they are, not as Markdown', async () => {
    client = await Client.start();
    const uri = await client.open('a.md', '## Anforderungen\n\nEs gilt <!-- gs-ignore [link](http://boese.de)<b>: x --> dies.\n');
    const shown = await hoverOver(client, uri, 'gs-ignore');
    assert.ok(shown, 'a bad marker is a finding');
    assert.ok(!/\[link\]\(|<b>/.test(shown.text), shown.text);
  });

  it('is silent elsewhere', async () => {
    client = await Client.start();
    const uri = await client.open('a.md', specification);
    assert.equal(await hoverOver(client, uri, 'Anforderungen'), null);
    const nowhere = { textDocument: { uri: client.uri('fremd.md') }, position: { line: 0, character: 0 } };
    assert.equal(await client.connection.sendRequest(HoverRequest.type, nowhere), null);
  });
});
