const prefix = 'https://www.googleapis.com/auth/';

/** What an admin of Google Workspace delegates: to read mail, and, if names and groups shall be read, the directory. */
export const scopes = {
  mail: [`${prefix}gmail.readonly`],
  directory: ['user', 'group', 'group.member', 'orgunit'].map((name) => `${prefix}admin.directory.${name}.readonly`),
};
