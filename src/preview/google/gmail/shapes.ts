import type { Shape } from '../api/field-mask.ts';

// The fields of Gmail's answers, as @googleapis/gmail's own types list them.

const body: Shape = { attachmentId: true, size: true, data: true };

const part: Shape = {
  partId: true,
  mimeType: true,
  filename: true,
  headers: () => ({ name: true, value: true }),
  body: () => body,
  parts: () => part,
};

export const message: Shape = {
  id: true,
  threadId: true,
  labelIds: true,
  snippet: true,
  historyId: true,
  internalDate: true,
  payload: () => part,
  sizeEstimate: true,
  raw: true,
  classificationLabelValues: true,
};

export const messageList: Shape = { messages: () => message, nextPageToken: true, resultSizeEstimate: true };

const messageChange: Shape = { message: () => message };
const labelChange: Shape = { message: () => message, labelIds: true };

export const historyList: Shape = {
  history: () => ({
    id: true,
    messages: () => message,
    messagesAdded: () => messageChange,
    messagesDeleted: () => messageChange,
    labelsAdded: () => labelChange,
    labelsRemoved: () => labelChange,
  }),
  nextPageToken: true,
  historyId: true,
};

export const profile: Shape = { emailAddress: true, messagesTotal: true, threadsTotal: true, historyId: true };

export const labelList: Shape = {
  labels: () => ({ id: true, name: true, messageListVisibility: true, labelListVisibility: true, type: true }),
};

export const watch: Shape = { historyId: true, expiration: true };
