import { boolean, string, stringMap } from '../signature.ts';
import { append, defineBuilder, field, nestedField, setter } from './builder.ts';
import { LoadIndicator, OnClose, OpenAs } from './enums.ts';

export const Action = defineBuilder('Action', {
  setFunctionName: field(string, 'function'),
  setParameters: setter([stringMap], (json, parameters) => {
    json.parameters = Object.entries(parameters).map(([key, value]) => ({ key, value }));
  }),
  setLoadIndicator: field(LoadIndicator.kind, 'loadIndicator'),
  setPersistValues: field(boolean, 'persistValues'),
  addRequiredWidget: append(string, 'requiredWidgets'),
  setAllWidgetsAreRequired: field(boolean, 'allWidgetsAreRequired'),
});

export const OpenLink = defineBuilder('OpenLink', {
  setUrl: field(string, 'url'),
  setOpenAs: field(OpenAs.kind, 'openAs'),
  setOnClose: field(OnClose.kind, 'onClose'),
});

export const AuthorizationAction = defineBuilder(
  'AuthorizationAction',
  { setAuthorizationUrl: field(string, 'url') },
  { initial: { openAs: 'OVERLAY', onClose: 'RELOAD' } },
);

/** The click actions of buttons, images, grids …; two different ones on one element break the oneof of OnClick. */
export const clickSetters = {
  setOnClickAction: nestedField(Action.kind, 'onClick', 'action'),
  setOnClickOpenLinkAction: nestedField(Action.kind, 'onClick', 'openDynamicLinkAction'),
  setOpenLink: nestedField(OpenLink.kind, 'onClick', 'openLink'),
  setAuthorizationAction: nestedField(AuthorizationAction.kind, 'onClick', 'openLink'),
};
