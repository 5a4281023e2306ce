using Mlops.Data;
using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Tests.Judging;

/// <summary>The parts of the rule, one by one.</summary>
public class RuleTests
{
    [Theory]
    [InlineData(-10)]
    [InlineData(10)]
    public void Novelty_NumbersBeyondEitherTail_Fail(double offset)
    {
        var current = Samples.Normal(2000, 2);
        for (var i = 0; i < current.Length; i += 20)
        {
            current[i] += offset;
        }

        var column = Samples.Compare(Column.Number("x", Samples.Normal(2000, 1)), Column.Number("x", current))["x"];

        Assert.Equal(Verdict.Fail, column.Component(ComponentKind.Novelty)!.Verdict);
        Assert.InRange(column.Novelty!.Value.Current, 0.04, 0.07);
        Assert.Contains("lie outside", column.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Novelty_AShareThatShrinks_DoesNotFail()
    {
        var reference = Samples.Normal(2000, 1);
        var current = Array.ConvertAll(Samples.Normal(2000, 2), value => Math.Clamp(value, -1, 1));

        var novelty = Samples
            .Compare(Column.Number("x", reference), Column.Number("x", current))["x"]
            .Component(ComponentKind.Novelty)!;

        Assert.Equal(0, novelty.Test.Effect);
        Assert.Equal(Verdict.Pass, novelty.Verdict);
    }

    [Theory]
    [InlineData(100, Verdict.Inconclusive)]
    [InlineData(50, Verdict.Pass)]
    public void Pass_NeedsTheMinimumEffectiveSize(double minimum, Verdict expected)
    {
        // 150 against 150 rows have an effective size of 75; the bound is wide enough to be surely kept.
        var column = Column.Boolean("x", Enumerable.Range(0, 150).Select(i => i % 2 == 0));
        var options = DriftOptions.Default with
        {
            Bound = EffectBound.JensenShannon(0.3),
            MinimumEffectiveSize = minimum,
        };

        Assert.Equal(expected, Samples.Compare(column, column, options).Verdict);
    }

    [Fact]
    public void Value_OfTwoBinsOfWhichOneIsRare_IsJudgedExactlyAndNotPooledAway()
    {
        var reference = Column.Boolean("x", Enumerable.Range(0, 1000).Select(i => i == 0));
        var current = Column.Boolean("x", Enumerable.Range(0, 1000).Select(i => i < 4));

        var value = Samples.Compare(reference, current)["x"].Component(ComponentKind.Value)!;

        Assert.Equal(2, value.Test.BinCount);
        Assert.Equal(EquivalenceMethod.ClopperPearsonBoxes, value.Test.Method);
        Assert.Equal(Verdict.Pass, value.Verdict);
    }

    [Fact]
    public void Value_ThinBins_ArePooledUntilFiveRowsAreExpected()
    {
        var value = Samples
            .Compare(Column.Number("x", Samples.Normal(40, 1)), Column.Number("x", Samples.Normal(400, 2)))["x"]
            .Component(ComponentKind.Value)!;

        // Forty rows expect four in each decile.
        Assert.InRange(value.Test.BinCount, 2, 8);
    }

    [Fact]
    public void Settling_AComponentAsLargeAsTheBound_SaysThatNoRowsWouldSettleIt()
    {
        var reference = Column.Boolean(
            "x",
            Enumerable
                .Range(0, 400)
                .Select(i =>
                    i % 2 == 0 ? true
                    : i < 40 ? null
                    : (bool?)false
                )
        );
        var current = Column.Boolean(
            "x",
            Enumerable
                .Range(0, 400)
                .Select(i =>
                    i % 3 == 0 ? true
                    : i < 60 ? null
                    : (bool?)false
                )
        );
        var test = Samples.Compare(reference, current)["x"].Component(ComponentKind.Value)!.Test;
        var debiased = Math.Sqrt(
            (test.Effect * test.Effect) - ((test.BinCount - 1) / (8 * Math.Log(2) * test.EffectiveSize))
        );
        var options = DriftOptions.Default with { Bound = EffectBound.JensenShannon(debiased) };

        var column = Samples.Compare(reference, current, options)["x"];

        Assert.Equal(Verdict.Inconclusive, column.Component(ComponentKind.Value)!.Verdict);
        Assert.Equal(Verdict.Inconclusive, column.Component(ComponentKind.Missingness)!.Verdict);
        Assert.Equal(EquivalencePlanStatus.TooNearTheBound, column.Settling!.Status);
        Assert.Contains("no practical number of rows", column.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Leading_OfAFailedColumn_IsAComponentThatFailed()
    {
        // A twentieth of the rows went missing for sure; the values, few as they are, look different and can't tell.
        double[] Values(int rows, int seed, double missing) =>
            [.. Samples.Normal(rows, seed).Select((value, i) => i < missing * rows ? double.NaN : value)];
        var reference = Column.Number("x", Values(3000, 1, 0.97));
        var current = Column.Number("x", Values(3000, 2, 0.90));

        var column = Samples.Compare(reference, current)["x"];

        Assert.Equal(Verdict.Fail, column.Verdict);
        Assert.Equal(Verdict.Inconclusive, column.Component(ComponentKind.Value)!.Verdict);
        Assert.True(column.Component(ComponentKind.Value)!.Test.Effect > column.Effect);
        Assert.Equal(ComponentKind.Missingness, column.Leading!.Kind);
        Assert.Equal(column.Component(ComponentKind.Missingness)!.Test.Effect, column.Effect);
    }

    [Fact]
    public void Document_AColumnWithABoundOfItsOwn_SaysSoBesideTheCommonLine()
    {
        var data = Samples.Numbers("a", Samples.Normal(500, 1));
        var bounds = DriftOptions.Default.ColumnBounds.Add("x", EffectBound.JensenShannon(0.3));

        var document = Samples.Compare(data, data, DriftOptions.Default with { ColumnBounds = bounds }).ToDocument();

        var chart = document.Blocks.OfType<Reporting.Blocks.IntervalChart>().Single();
        Assert.Equal("x (tolerated 0.3)", chart.Rows[0].Label);
    }
}
