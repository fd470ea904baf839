import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, errorOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const complete = async (query: string): Promise<unknown[]> => {
  const { body } = await org.chatter('GET', `mentions/completions?${query}`);
  const rows = at(body, 'mentionCompletions');
  return Array.isArray(rows) ? rows.map((row: unknown) => at(row, 'name')) : [];
};

const groupCalled = async (name: string, token?: string): Promise<string> => {
  const options = token === undefined ? {} : { token };
  return String(at((await org.chatter('GET', `groups?q=${name}`, options)).body, 'groups.0.id'));
};

const validate = (recordIds: readonly string[], parentId = 'me') =>
  org.chatter(
    'GET',
    `mentions/validations?parentId=${parentId}&visibility=AllUsers&recordIds=${recordIds.join(',')}`,
  );

describe('completions', () => {
  test('are users and groups with a word that begins so', async () => {
    expect(await complete('q=li')).toEqual(['Mara Lindqvist']);
    expect(await complete('q=te')).toEqual(['Harbour Team']);
    expect(await complete('q=ha&type=User')).toEqual([]);
  });

  test('of groups need two characters, of users none', async () => {
    expect(await complete('q=h')).toEqual([]);
    expect(await complete('q=m')).toContain('Mara Lindqvist');
    expect(await complete('q=')).toContain('Tomás Rivera');
  });

  test('leave out who is gone and what is hidden', async () => {
    expect(await complete('q=jonas')).toEqual([]);
    expect(await complete('q=surprise')).toEqual([]);
  });

  test('come in pages', async () => {
    const first = await org.chatter('GET', 'mentions/completions?q=&pageSize=1');
    const second = await org.call('GET', String(at(first.body, 'nextPageUrl')));
    expect(at(second.body, 'mentionCompletions.0.recordId')).not.toBe(
      at(first.body, 'mentionCompletions.0.recordId'),
    );
  });
});

describe('validations', () => {
  test('tell who may be mentioned and will see it', async () => {
    const { otherUserId, formerUserId } = org.credentials;
    const fine = await validate([otherUserId]);
    expect(fine.body).toEqual({
      hasErrors: false,
      mentionValidations: [{ recordId: otherUserId, validationStatus: 'Ok' }],
    });
    expect(at((await validate([formerUserId])).body, 'mentionValidations.0.validationStatus')).toBe(
      'Disallowed',
    );
    const inPrivate = await validate([otherUserId], await groupCalled('Books'));
    expect(inPrivate.body).toMatchObject({
      hasErrors: true,
      mentionValidations: [{ validationStatus: 'Inaccessible' }],
    });
  });

  test('take 25 ids of users and groups', async () => {
    const { userId, recordId } = org.credentials;
    const tooMany = await validate(Array.from({ length: 26 }, () => userId));
    expect(errorOf(tooMany)).toMatchObject({ status: 400, errorCode: 'NUMBER_OUTSIDE_VALID_RANGE' });
    expect(errorOf(await validate([recordId]))).toMatchObject({ status: 400, errorCode: 'INVALID_ID_FIELD' });
    expect(errorOf(await org.chatter('GET', 'mentions/validations?parentId=me'))).toMatchObject({
      status: 400,
      errorCode: 'MISSING_ARGUMENT',
    });
  });
});
