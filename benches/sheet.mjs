//! The same totals as a workbook of HyperFormula: a sheet of money by stream, a sheet of formulas.

import { HyperFormula } from "hyperformula";

/** The letters of a column, counted from 0. */
function letters(column) {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

export class Sheet {
  constructor(instance) {
    const { streams, outcomes, targets, blocks, weights, pot, threshold } = instance;
    this.years = instance.years.length;
    const years = this.years;
    const width = outcomes.length * years;
    const money = instance.alloc.map((byOutcome) => byOutcome.flat());
    const rows = [];
    const cells = []; // every total that is read after an edit
    const add = (formulas) => {
      rows.push(formulas);
      formulas.forEach((_, column) => cells.push([rows.length - 1, column]));
      return rows.length;
    };
    streams.forEach((stream, place) => {
      const row = place + 1;
      add(stream.amount.map((amount, year) => {
        const of = outcomes.map((_, outcome) => `Money!${letters(outcome * years + year)}${row}`);
        return `=${amount}-SUM(${of.join(",")})`;
      }));
    });
    const spentRow = outcomes.map((_, outcome) => add(instance.years.map((_, year) => {
      const column = letters(outcome * years + year);
      return `=SUM(Money!${column}1:${column}${streams.length})`;
    })));
    const effectiveRow = spentRow.map((row) => add([weights.map((weight, year) => `${weight}*${letters(year)}${row}`).join("+")].map((sum) => `=${sum}`)));
    blocks.forEach((_, block) => add(instance.years.map((_, year) => {
      const own = spentRow.filter((_, outcome) => outcomes[outcome].block === block);
      return `=SUM(${own.map((row) => `${letters(year)}${row}`).join(",")})`;
    })));
    const rewards = targets.map((target) => {
      const spent = `A${effectiveRow[target.outcome]}`;
      const line = ([from, low], [to, high]) => `${low}+(${high}-${low})*(${spent}-${from})/(${to}-${from})`;
      const [first] = target.response;
      const last = target.response.at(-1);
      let reached = String(last[1]);
      for (let next = target.response.length - 1; next > 0; next--) {
        const [from, to] = [target.response[next - 1], target.response[next]];
        reached = `IF(${spent}<${to[0]},${line(from, to)},${reached})`;
      }
      const row = rows.length + 1;
      add([
        `=IF(${spent}<=${first[0]},${first[1]},${reached})`,
        `=${target.without}+A${row}*(${target.with}-${target.without})`,
        `=IF(A${row}<${threshold},0,${target.share}*${pot}*MIN(A${row},1))`,
      ]);
      return `C${row}`;
    });
    add([`=SUM(${rewards[0]}:${rewards.at(-1)})`]);
    this.width = width;
    this.cells = cells;
    this.book = HyperFormula.buildFromSheets(
      { Money: money, Totals: rows },
      { licenseKey: "gpl-v3", maxColumns: 18278, precisionEpsilon: 0, smartRounding: false },
    );
    this.money = this.book.getSheetId("Money");
    this.totals = this.book.getSheetId("Totals");
  }

  edit([stream, outcome, year, pounds]) {
    this.book.setCellContents({ sheet: this.money, row: stream, col: outcome * this.years + year }, pounds);
  }

  /** Reads every total; the last of them is the reward. */
  recalculate() {
    let value = 0;
    for (const [row, col] of this.cells) value = this.book.getCellValue({ sheet: this.totals, row, col });
    return value;
  }
}
