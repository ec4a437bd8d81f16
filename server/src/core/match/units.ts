/**
 * Units of measurement as they are written in tenders. `value * factor` is the value in the base unit of the dimension:
 * second, per cent, watt, watt-hour, decibel, kilogram, metre, square metre, litre, euro … Two quantities can be compared
 * when their dimension (and for concentrations and money the `base`) is the same.
 */
import { fold } from './characters';

export interface Unit {
  /** Name in the catalogue: `year`, `%`, `kWh`. */
  readonly name: string;
  readonly dimension: string;
  /** Unit the factor leads to. */
  readonly base: string;
  readonly factor: number;
  /** Written in words ("Jahre") and not as a sign ("a"). */
  readonly inWords: boolean;
}

/** One way to write a unit. */
export interface UnitForm {
  readonly unit: Unit;
  /**
   * Characters to compare: a blank stands for any blanks or none, `/` for a stroke with blanks around it or `pro`, `je`,
   * `per`. Words are compared folded, signs as they are.
   */
  readonly text: string;
}

const byName = new Map<string, Unit>();
const forms = new Map<string, UnitForm[]>();

function unit(name: string, dimension: string, base: string, factor: number, signs: string, words = ''): void {
  const asSign: Unit = { name, dimension, base, factor, inWords: false };
  byName.set(name, asSign);
  const add = (form: UnitForm): void => {
    const key = keyOf(form.text);
    forms.set(
      key,
      [...(forms.get(key) ?? []), form].sort((a, b) => b.text.length - a.text.length),
    );
  };
  for (const text of signs.split('|')) if (text !== '') add({ unit: asSign, text });
  const asWord: Unit = { ...asSign, inWords: true };
  for (const text of words.split(' ')) if (text !== '') add({ unit: asWord, text: text.replaceAll('_', ' ') });
}

/** The first run of letters of a form, or its first sign. */
function keyOf(text: string): string {
  const word = /^[\p{L}\u00b5]+/u.exec(text);
  return word === null ? text[0]! : fold(word[0]);
}

const YEAR = 31_557_600;
unit('second', 'time', 's', 1, 's|sec|sek', 'sekunde sekunden second seconds');
unit('minute', 'time', 's', 60, 'min', 'minute minuten minutes');
unit('hour', 'time', 's', 3600, 'h|Std|Std.', 'stunde stunden hour hours stundig stundige stundigen stundiger stundiges');
unit(
  'day',
  'time',
  's',
  86_400,
  '',
  'tag tage tagen tages tagig tagige tagigen tagiger tagiges kalendertag kalendertage kalendertagen day days calendar_days',
);
// Counted like calendar days: how many of a week they are depends on the contract.
unit(
  'working-day',
  'time',
  's',
  86_400,
  '',
  'werktag werktage werktagen werktages arbeitstag arbeitstage arbeitstagen arbeitstages working_day working_days business_day business_days',
);
unit('week', 'time', 's', 604_800, '', 'woche wochen wochig wochige wochigen wochiger wochiges kalenderwochen week weeks');
unit(
  'month',
  'time',
  's',
  YEAR / 12,
  'Mon.',
  'monat monate monaten monats monatig monatige monatigen monatiger monatiges kalendermonate kalendermonaten month months',
);
unit(
  'year',
  'time',
  's',
  YEAR,
  '',
  'jahr jahre jahren jahres jahrig jahrige jahrigen jahriger jahriges jahrigem kalenderjahr kalenderjahre kalenderjahren year years',
);

unit(
  '%',
  'ratio',
  '%',
  1,
  '%|v. H.|v.H.|vH|Gew.-%|Gew.%|Gew-%|Masse-%|M.-%|M-%|Ma.-%|Vol.-%|Vol-%|Vol.%',
  'prozent prozents prozentig prozentige prozentigen prozentiger prozentiges prozentpunkte prozentpunkten gewichtsprozent masseprozent volumenprozent vom_hundert percent per_cent percentage_points',
);
unit('‰', 'ratio', '%', 0.1, '‰', 'promille');

unit('mW', 'power', 'W', 1e-3, 'mW', 'milliwatt');
unit('W', 'power', 'W', 1, 'W', 'watt watts');
unit('kW', 'power', 'W', 1000, 'kW|KW', 'kilowatt kilowatts');
unit('MW', 'power', 'W', 1e6, 'MW', 'megawatt');
unit('kWp', 'power', 'W', 1000, 'kWp|kWpeak');
unit('Wh', 'energy', 'Wh', 1, 'Wh', 'wattstunde wattstunden watt-hours');
unit('kWh', 'energy', 'Wh', 1000, 'kWh|KWh|kwh|KWH', 'kilowattstunde kilowattstunden kilowatt-hours');
unit('MWh', 'energy', 'Wh', 1e6, 'MWh', 'megawattstunde megawattstunden');
unit('GWh', 'energy', 'Wh', 1e9, 'GWh', 'gigawattstunde gigawattstunden');
unit('MJ', 'energy', 'Wh', 1e6 / 3600, 'MJ', 'megajoule');
unit('GJ', 'energy', 'Wh', 1e9 / 3600, 'GJ', 'gigajoule');
unit('kWh/year', 'energy-use', 'kWh/year', 1, 'kWh/a|kWh/Jahr|kWh/year|kWh/yr|KWh/a|kWh p. a.|kWh p.a.|kWh jährlich');
unit('kWh/week', 'energy-use', 'kWh/year', 365.25 / 7, 'kWh/Woche|kWh/week');
unit(
  'kWh/(m²·year)',
  'energy-demand',
  'kWh/(m²·year)',
  1,
  'kWh/(m²a)|kWh/(m²·a)|kWh/(m²*a)|kWh/(m² a)|kWh/m²a|kWh/m² a|kWh/m²/a|kWh/m²/Jahr',
);
unit('kWh/100 km', 'consumption', 'kWh/100 km', 1, 'kWh/100 km');
unit('l/100 km', 'fuel-consumption', 'l/100 km', 1, 'l/100 km|Liter/100 km');
unit('kWh/1000 h', 'energy-per-1000-h', 'kWh/1000 h', 1, 'kWh/1000 h|kWh/1.000 h|kWh/1000h');
unit('kWh/100 cycles', 'energy-per-100-cycles', 'kWh/100 cycles', 1, 'kWh/100 Zyklen|kWh/100 Betriebszyklen|kWh/100 cycles');
unit('W/(m²·K)', 'u-value', 'W/(m²·K)', 1, 'W/(m²K)|W/(m²·K)|W/(m²*K)|W/(m² K)|W/m²K|W/m² K');
unit('mAh', 'charge', 'Ah', 1e-3, 'mAh');
unit('Ah', 'charge', 'Ah', 1, 'Ah', 'amperestunden');
unit('V', 'voltage', 'V', 1, 'V', 'volt');
unit('kV', 'voltage', 'V', 1000, 'kV', 'kilovolt');
unit('VA', 'apparent-power', 'VA', 1, 'VA');
unit('kVA', 'apparent-power', 'VA', 1000, 'kVA');

unit('dB(A)', 'sound', 'dB', 1, 'dB(A)|dB (A)|db(A)|DB(A)|dBA|dB(a)');
unit('dB', 'sound', 'dB', 1, 'dB|db', 'dezibel decibel decibels');
unit('B(A)', 'sound', 'dB', 10, 'B(A)|B (A)', 'bel');

unit(
  'cycle',
  'count',
  '1',
  1,
  '',
  'zyklus zyklen ladezyklen ladezyklus vollladezyklen volladezyklen waschzyklen waschzyklus spulzyklus spulzyklen spulgang spulgange spulgangen spulvorgange spulvorgangen vollzyklen ladungszyklen cycle cycles charge_cycles full_charge_cycles charging_cycles washing_cycles',
);
unit('wash', 'count', '1', 1, '', 'waschen waschen waschgange waschgangen washes');
unit('piece', 'count', '1', 1, 'Stk|Stk.|Stck|Stck.|St.', 'stuck stucke stucken piece pieces pcs units exemplar exemplare exemplaren');
unit('sheet', 'count', '1', 1, 'Bl.', 'blatt blattern blatter sheet sheets');
unit('page', 'count', '1', 1, '', 'seite seiten page pages');
unit('ply', 'count', '1', 1, '', 'lagen lagig lagige lagigen lagiges lagiger ply plies');
unit('point', 'points', '1', 1, 'Pkt|Pkt.|P.', 'punkt punkte punkten point points leistungspunkte bewertungspunkte wertungspunkte');
unit(
  'page/min',
  'page-rate',
  'page/min',
  1,
  'S./min|Seiten/min|Seiten/Minute|Seiten/Min|S/min|pages/minute|pages/min|Seiten in der Minute|Blatt/min|ppm|ipm',
);

unit('mg', 'mass', 'kg', 1e-6, 'mg', 'milligramm');
unit('g', 'mass', 'kg', 1e-3, 'g|gr|gr.', 'gramm gramms grams');
unit('kg', 'mass', 'kg', 1, 'kg|Kg|KG', 'kilogramm kilo kilogram kilograms');
unit('t', 'mass', 'kg', 1000, 't', 'tonne tonnen tonnes');
unit('µm', 'length', 'm', 1e-6, 'µm|μm', 'mikrometer');
unit('mm', 'length', 'm', 1e-3, 'mm', 'millimeter');
unit('cm', 'length', 'm', 1e-2, 'cm', 'zentimeter centimeter centimetres');
unit('dm', 'length', 'm', 0.1, 'dm', 'dezimeter');
unit('m', 'length', 'm', 1, 'm|lfm|lfdm|lfd. m|lfd.m', 'meter metern metre metres meters');
unit('km', 'length', 'm', 1000, 'km|Km', 'kilometer kilometern kilometre kilometres kilometers');
unit('inch', 'length', 'm', 0.0254, '"|”|″', 'zoll inch inches');
unit('mm²', 'area', 'm²', 1e-6, 'mm²|mm2|qmm');
unit('cm²', 'area', 'm²', 1e-4, 'cm²|cm2|qcm');
unit('m²', 'area', 'm²', 1, 'm²|m2|qm', 'quadratmeter quadratmetern square_metres square_meters');
unit('ha', 'area', 'm²', 1e4, 'ha', 'hektar hectares');
unit('km²', 'area', 'm²', 1e6, 'km²|km2', 'quadratkilometer');
unit('ml', 'volume', 'l', 1e-3, 'ml|mL', 'milliliter');
unit('cl', 'volume', 'l', 1e-2, 'cl');
unit('l', 'volume', 'l', 1, 'l|L|ltr|Ltr.', 'liter litern litre litres liters');
unit('hl', 'volume', 'l', 100, 'hl', 'hektoliter');
unit('m³', 'volume', 'l', 1000, 'm³|m3|cbm', 'kubikmeter kubikmetern cubic_metres');
unit('m²/h', 'area-rate', 'm²/h', 1, 'm²/h|m2/h|qm/h|m²/Std|m²/Stunde|m² pro Stunde');
unit('m³/h', 'flow', 'm³/h', 1, 'm³/h|m3/h');
unit('l/min', 'flow', 'm³/h', 0.06, 'l/min|Liter/min|Liter/Minute|l/Minute');
unit('km/h', 'speed', 'km/h', 1, 'km/h|Km/h|km/Std');
unit('m/s', 'speed', 'km/h', 3.6, 'm/s');

unit('mg/kg', 'concentration', 'mg/kg', 1, 'mg/kg');
unit('µg/kg', 'concentration', 'mg/kg', 1e-3, 'µg/kg|μg/kg');
unit('µg/g', 'concentration', 'mg/kg', 1, 'µg/g|μg/g');
unit('g/kg', 'concentration', 'mg/kg', 1000, 'g/kg');
unit('ppb', 'concentration', 'mg/kg', 1e-3, 'ppb');
unit('g/l', 'concentration', 'mg/l', 1000, 'g/l|g/L|g/Liter|g/litre');
unit('mg/l', 'concentration', 'mg/l', 1, 'mg/l|mg/L|mg/Liter');
unit('µg/l', 'concentration', 'mg/l', 1e-3, 'µg/l|μg/l');
unit('mg/m³', 'concentration', 'mg/l', 1e-3, 'mg/m³|mg/m3');
unit('µg/m³', 'concentration', 'mg/l', 1e-6, 'µg/m³|μg/m³|µg/m3|μg/m3');
unit('kg/m³', 'density', 'kg/m³', 1, 'kg/m³|kg/m3');
unit('g/m²', 'grammage', 'g/m²', 1, 'g/m²|g/m2|g/qm|gsm|gr/m²|gr/qm');
unit(
  'g/km',
  'emission',
  'g/km',
  1,
  'g CO2/km|g CO2e/km|g CO2-Äq/km|g CO2-Äq./km|g CO2eq/km|g/km|Gramm CO2/km|Gramm CO2/Kilometer|g CO2/Kilometer',
);
unit('g/kWh', 'emission-energy', 'g/kWh', 1, 'g CO2/kWh|g CO2e/kWh|g CO2-Äq/kWh|g CO2-Äq./kWh|g CO2eq/kWh|g/kWh');
unit('kg CO2e', 'emission-mass', 'kg CO2e', 1, 'kg CO2e|kg CO2-Äq.|kg CO2-Äq|kg CO2eq|kg CO2');
unit('t CO2e', 'emission-mass', 'kg CO2e', 1000, 't CO2e|t CO2-Äq.|t CO2-Äq|t CO2eq|t CO2|Tonnen CO2');

unit('°C', 'temperature', '°C', 1, '°C|° C|ºC', 'grad_celsius degrees_celsius');
unit('K', 'colour-temperature', 'K', 1, 'K', 'kelvin');
unit('EUR', 'money', 'EUR', 1, '€|EUR|Euro|euro|Eur', '');
unit('kEUR', 'money', 'EUR', 1000, 'T€|TEUR|k€|TEuro|kEUR');
unit('ct', 'money', 'EUR', 0.01, 'ct|Ct|Cent');
unit('EUR/t', 'money', 'EUR/t', 1, 'EUR/t|€/t|EUR/Tonne|Euro/Tonne|€/Tonne|EUR/tonne|€/tonne');
unit('USD', 'money', 'USD', 1, '$|USD|US$', '');
unit('GBP', 'money', 'GBP', 1, '£|GBP', '');
unit('CHF', 'money', 'CHF', 1, 'CHF|Fr.', '');
unit('lx', 'illuminance', 'lx', 1, 'lx|Lx|lux|Lux', '');
unit('lm', 'luminous-flux', 'lm', 1, 'lm', 'lumen');
unit('lm/W', 'efficacy', 'lm/W', 1, 'lm/W|Lumen/Watt|lumen/watt');
unit('cd/m²', 'luminance', 'cd/m²', 1, 'cd/m²|cd/m2|nits');
unit('MB', 'data', 'MB', 1, 'MB|MByte|MiB', 'megabyte');
unit('GB', 'data', 'MB', 1000, 'GB|GByte|GiB', 'gigabyte');
unit('TB', 'data', 'MB', 1e6, 'TB|TByte|TiB', 'terabyte');
unit('Mbit/s', 'data-rate', 'Mbit/s', 1, 'Mbit/s|MBit/s|Mbps|MBit');
unit('Gbit/s', 'data-rate', 'Mbit/s', 1000, 'Gbit/s|GBit/s|Gbps|GBit');
unit('Hz', 'frequency', 'Hz', 1, 'Hz', 'hertz');
unit('kHz', 'frequency', 'Hz', 1e3, 'kHz', 'kilohertz');
unit('MHz', 'frequency', 'Hz', 1e6, 'MHz', 'megahertz');
unit('GHz', 'frequency', 'Hz', 1e9, 'GHz', 'gigahertz');
unit('bar', 'pressure', 'bar', 1, 'bar');
unit('Pa', 'pressure', 'bar', 1e-5, 'Pa', 'pascal');
unit('N/mm²', 'strength', 'N/mm²', 1, 'N/mm²|N/mm2|MPa');
unit('kN/m²', 'load', 'kN/m²', 1, 'kN/m²|kN/m2');
unit('dpi', 'resolution', 'dpi', 1, 'dpi');
// Parts per million and pages per minute share a sign: quantities.ts decides by the words around.
unit('ppm', 'concentration', 'mg/kg', 1, '');

/** Dimensions a quantity can have; `number` is a bare number with a comparator. */
export const dimensions: readonly string[] = [...new Set([...byName.values()].map((one) => one.dimension)), 'number'].sort();

/** The unit of a name of the catalogue. */
export function unitNamed(name: string): Unit | undefined {
  return byName.get(name);
}

/** Value in the base unit of the dimension; `undefined` for a unit that is not in the table. */
export function toBase(value: number, unitName: string): number | undefined {
  const found = byName.get(unitName);
  return found === undefined ? undefined : value * found.factor;
}

/** Ways to write a unit whose first word (folded) or sign is `key`, longest first. */
export function formsFor(key: string): readonly UnitForm[] {
  return forms.get(key) ?? noForms;
}
const noForms: readonly UnitForm[] = [];
