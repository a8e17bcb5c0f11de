/** Whether the user has withheld one of the manifest's scopes. Asked only after a service refused: error texts are localised. */
export function permissionMissing(): boolean {
  const info = ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL);
  return info.getAuthorizationStatus() === ScriptApp.AuthorizationStatus.REQUIRED;
}

/** Ends the callback with Google's own prompt when a scope of the manifest is missing; returns when none is. */
export function askForPermission(): void {
  ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
}
