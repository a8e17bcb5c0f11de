import { lazy } from '../../contact/lazy.ts';

/** Legal forms that stand before a company's name, without blanks: `SARL Durand`, `Stichting Kite`; `S. A. Jones` has initials. Compiled by hand. */
export const startingForms = lazy(
  (): ReadonlySet<string> =>
    new Set(
      (
        'sarl sas sasu sci scp scop scea gaec earl eurl asbl vzw selarl association ets etablissements societe soc firma fa ' +
        'asd ssd aps stichting vereniging vof maatschap fundacion fundacao fundacja fondazione stiftung pt cv ooo oao zao pao tov ' +
        'przedsiebiorstwo studio azienda societa cooperativa impresa'
      ).split(' '),
    ),
);
