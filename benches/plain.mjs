//! The totals of an instance recalculated in full on typed arrays: no carrying, no tracing of who pays.

export class Plain {
  constructor(instance) {
    const { streams, outcomes, targets, alloc } = instance;
    const flat = (pick) => Float64Array.from(targets.flatMap(pick));
    this.weights = Float64Array.from(instance.weights);
    this.pot = instance.pot;
    this.threshold = instance.threshold;
    this.years = instance.years.length;
    this.alloc = Float64Array.from(alloc.flat(2));
    this.amounts = Float64Array.from(streams.flatMap((stream) => stream.amount));
    this.block = Int32Array.from(outcomes, (outcome) => outcome.block);
    this.outcome = Int32Array.from(targets, (target) => target.outcome);
    this.without = flat((target) => target.without);
    this.stretch = flat((target) => target.with - target.without);
    this.share = flat((target) => target.share);
    this.pounds = flat((target) => target.response.map(([pounds]) => pounds));
    this.reached = flat((target) => target.response.map(([, reached]) => reached));
    this.left = new Float64Array(this.amounts.length);
    this.spent = new Float64Array(outcomes.length * this.years);
    this.effective = new Float64Array(outcomes.length);
    this.byBlock = new Float64Array(instance.blocks.length * this.years);
    this.value = new Float64Array(targets.length);
    this.reward = new Float64Array(targets.length);
    this.total = 0;
  }

  /** Types the pounds of one stream for one outcome in one year. */
  edit([stream, outcome, year, pounds]) {
    this.alloc[stream * this.spent.length + outcome * this.years + year] = pounds;
  }

  recalculate() {
    const { years, weights, alloc, left, spent, effective, byBlock, block, value, reward } = this;
    left.set(this.amounts);
    spent.fill(0);
    byBlock.fill(0);
    for (let first = 0, cell = 0; first < left.length; first += years) {
      for (let place = 0; place < spent.length; place += years) {
        for (let year = 0; year < years; year++, cell++) {
          spent[place + year] += alloc[cell];
          left[first + year] -= alloc[cell];
        }
      }
    }
    for (let outcome = 0; outcome < effective.length; outcome++) {
      let sum = 0;
      for (let year = 0; year < years; year++) {
        const pounds = spent[outcome * years + year];
        sum += weights[year] * pounds;
        byBlock[block[outcome] * years + year] += pounds;
      }
      effective[outcome] = sum;
    }
    this.total = 0;
    for (let target = 0; target < value.length; target++) {
      const reached = this.fraction(target, effective[this.outcome[target]]);
      value[target] = this.without[target] + reached * this.stretch[target];
      reward[target] = reached < this.threshold ? 0 : this.share[target] * this.pot * Math.min(reached, 1);
      this.total += reward[target];
    }
    return this.total;
  }

  /** The share of the stretch that effective spend brings: linear between four points, flat beyond them. */
  fraction(target, spent) {
    const { pounds, reached } = this;
    let next = target * 4;
    const last = next + 3;
    if (spent <= pounds[next]) return reached[next];
    if (spent >= pounds[last]) return reached[last];
    while (spent >= pounds[++next]);
    const [low, from] = [reached[next - 1], pounds[next - 1]];
    return low + ((reached[next] - low) * (spent - from)) / (pounds[next] - from);
  }
}
