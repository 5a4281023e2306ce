using Mlops.Statistics.Equivalence;

namespace Mlops.Drift.Tests;

/// <summary>What the rule promises, held end to end: at a change exactly as large as the bound both errors stay rare.</summary>
public class BoundaryTests
{
    private const int Trials = 400;

    [Theory]
    [InlineData(500)]
    [InlineData(2000)]
    public void Compare_AShiftOfTheBound_FailsAndPassesAtMostOneTimeInTwenty(int rows)
    {
        var shift = EffectBound.Equivalents(EquivalenceOptions.DefaultBound).Shift;
        int failed = 0,
            passed = 0;
        for (var trial = 0; trial < Trials; trial++)
        {
            var report = Samples.Compare(
                Samples.Numbers("a", Samples.Normal(rows, seed: 10_000 + trial)),
                Samples.Numbers("b", Samples.Normal(rows, seed: 50_000 + trial, shift))
            );
            failed += report.Verdict == Verdict.Fail ? 1 : 0;
            passed += report.Verdict == Verdict.Pass ? 1 : 0;
        }

        // Five percent and three standard errors.
        var limit = Trials * (0.05 + (3 * Math.Sqrt(0.05 * 0.95 / Trials)));
        Assert.True(failed <= limit, $"{failed} of {Trials} failed; {limit:F0} is the most.");
        Assert.True(passed <= limit, $"{passed} of {Trials} passed; {limit:F0} is the most.");
    }

    [Fact]
    public void Compare_UnchangedTablesOfTenColumns_HardlyEverFail()
    {
        var failed = 0;
        for (var trial = 0; trial < 100; trial++)
        {
            var report = Samples.Compare(Table(1000 * trial), Table((1000 * trial) + 500));
            failed += report.Verdict == Verdict.Fail ? 1 : 0;
        }

        Assert.True(failed <= 1, $"{failed} of 100 unchanged tables failed.");

        static Data.Dataset Table(int seed) =>
            Data.Dataset.FromColumns(
                "table",
                Enumerable.Range(0, 10).Select(i => Data.Column.Number($"x{i}", Samples.Normal(300, seed + i)))
            );
    }
}
