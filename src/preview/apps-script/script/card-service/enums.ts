import { Enumeration } from '../enumeration.ts';

export const BorderType = new Enumeration('CardService.BorderType', ['NO_BORDER', 'STROKE']);
export const DisplayStyle = new Enumeration('CardService.DisplayStyle', ['PEEK', 'REPLACE']);
export const GridItemLayout = new Enumeration('CardService.GridItemLayout', ['TEXT_BELOW', 'TEXT_ABOVE']);
export const HorizontalAlignment = new Enumeration('CardService.HorizontalAlignment', ['START', 'CENTER', 'END']);
export const ImageStyle = new Enumeration('CardService.ImageStyle', ['SQUARE', 'CIRCLE']);
export const InputType = new Enumeration('CardService.InputType', ['TEXT', 'INTEGER', 'FLOAT', 'EMAIL']);
export const LoadIndicator = new Enumeration('CardService.LoadIndicator', ['SPINNER', 'NONE']);
export const OnClose = new Enumeration('CardService.OnClose', ['NOTHING', 'RELOAD']);
export const OpenAs = new Enumeration('CardService.OpenAs', ['FULL_SIZE', 'OVERLAY']);
export const SwitchControlType = new Enumeration('CardService.SwitchControlType', ['SWITCH', 'CHECK_BOX']);

export const ImageCropType = new Enumeration('CardService.ImageCropType', [
  'SQUARE',
  'CIRCLE',
  'RECTANGLE_CUSTOM',
  'RECTANGLE_4_3',
]);

export const SelectionInputType = new Enumeration('CardService.SelectionInputType', [
  'CHECK_BOX',
  'RADIO_BUTTON',
  'DROPDOWN',
  'SWITCH',
  'MULTI_SELECT',
]);

export const TextButtonStyle = new Enumeration('CardService.TextButtonStyle', [
  'OUTLINED',
  'FILLED',
  'FILLED_TONAL',
  'BORDERLESS',
]);

/** The names keep Google's odd ones: CONFIRMATION_NUMBER_ICON, RESTAURANT_ICON. */
export const Icon = new Enumeration('CardService.Icon', [
  'NONE',
  'AIRPLANE',
  'BOOKMARK',
  'BUS',
  'CAR',
  'CLOCK',
  'CONFIRMATION_NUMBER_ICON',
  'DOLLAR',
  'DESCRIPTION',
  'EMAIL',
  'EVENT_PERFORMER',
  'EVENT_SEAT',
  'FLIGHT_ARRIVAL',
  'FLIGHT_DEPARTURE',
  'HOTEL',
  'HOTEL_ROOM_TYPE',
  'INVITE',
  'MAP_PIN',
  'MEMBERSHIP',
  'MULTIPLE_PEOPLE',
  'OFFER',
  'PERSON',
  'PHONE',
  'RESTAURANT_ICON',
  'SHOPPING_CART',
  'STAR',
  'STORE',
  'TICKET',
  'TRAIN',
  'VIDEO_CAMERA',
  'VIDEO_PLAY',
]);
