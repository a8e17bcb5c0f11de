/** Whether clasp pushes this file as code, and so whether an execution loads it. */
export const isScript = (file: string): boolean => /\.(js|gs)$/.test(file);
