using FsCheck.Fluent;
using Mlops.Statistics.Divergences;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.Intervals;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Equivalence;

public sealed class ClopperPearsonBoxTests
{
    [Fact]
    public void Evaluate_SparsePair_HasTheIntervalOfABruteForceGrid() =>
        Law.Holds(
            EquivalenceTestTests.SparsePairs,
            counts =>
            {
                var result = EquivalenceTest.Evaluate(counts.Reference, counts.Current);
                var (least, largest) = Grid(counts.Reference, counts.Current, 0.10);

                Assert.Equal(EquivalenceMethod.ClopperPearsonBoxes, result.Method);

                // A grid sees the corners, where the largest lies, and comes near the diagonal only as its mesh allows.
                Assert.Equal(largest, result.Interval.Upper, 1e-12);
                Assert.InRange(least - result.Interval.Lower, -1e-12, 0.03);
            }
        );

    [Fact]
    public void Evaluate_SparsePair_HasTheLeastLevelsAsPValues() =>
        Law.Holds(
            EquivalenceTestTests.SparsePairs,
            counts =>
            {
                var result = EquivalenceTest.Evaluate(counts.Reference, counts.Current);
                AssertLeast(result.DriftPValue, a => LeastOf(counts.Reference, counts.Current, a) >= result.Bound);
                AssertLeast(result.SamePValue, a => Grid(counts.Reference, counts.Current, a).Largest <= result.Bound);
            }
        );

    [Fact]
    public void Evaluate_DisjointTens_AreDriftByBoxes()
    {
        var result = EquivalenceTest.Evaluate([10, 0], [0, 10]);

        Assert.Equal(1, result.Effect);
        Assert.True(result.DriftPValue < 0.05);
        Assert.Equal(1, result.SamePValue);

        // The boxes separate where both limits meet at 1/2: (a/4)^(1/10) = 1/2.
        Relative.Equal(4 * Math.Pow(0.5, 10), result.DetectionPValue, 1e-10);
    }

    [Fact]
    public void Evaluate_TinyPValues_KeepTheirDigits()
    {
        // None of n missing, then none present: as above, a = 4 / 2^n.
        foreach (var n in (int[])[40, 100, 900])
        {
            Relative.Equal(4 * Math.Pow(0.5, n), EquivalenceTest.Evaluate([n, 0], [0, n]).DetectionPValue, 1e-9);
        }
    }

    [Fact]
    public void Evaluate_TenAgainstTheSameTen_IsInconclusive()
    {
        var result = EquivalenceTest.Evaluate([10, 0], [10, 0]);

        Assert.Equal(0, result.Effect);
        Assert.Equal((1.0, 1.0), (result.DriftPValue, result.DetectionPValue));
        Assert.True(result.SamePValue > 0.05);
        Assert.Equal(0, result.Interval.Lower);
    }

    [Fact]
    public void Evaluate_IncreaseOnly_SeesNoDecrease()
    {
        var options = new EquivalenceOptions { Alternative = EquivalenceAlternative.Increase };
        var fewer = EquivalenceTest.Evaluate([60, 40], [100, 0], options);
        var more = EquivalenceTest.Evaluate([100, 0], [60, 40], options);

        Assert.Equal(EquivalenceMethod.ClopperPearsonBoxes, fewer.Method);
        Assert.Equal((0.0, 1.0, 1.0), (fewer.Effect, fewer.DriftPValue, fewer.DetectionPValue));
        Assert.True(fewer.SamePValue < 0.01);
        Assert.Equal((0.0, 0.0), (fewer.Interval.Lower, fewer.Interval.Upper));
        Assert.True(more.DriftPValue < 0.01 && more.Interval.Lower > 0.1);
    }

    [Theory]
    [InlineData(5, EquivalenceMethod.ChiSquare)]
    [InlineData(4, EquivalenceMethod.ClopperPearsonBoxes)]
    public void Evaluate_SmallestCell_ChoosesTheMethod(long cell, EquivalenceMethod expected)
    {
        Assert.Equal(expected, EquivalenceTest.Evaluate([100, cell], [100, 50]).Method);
        Assert.Equal(expected, EquivalenceTest.Evaluate([100, 50], [cell, 100]).Method);
        Assert.Equal(
            expected,
            EquivalenceTest.Evaluate([200, 2 * cell], [200, 100], new EquivalenceOptions { DesignEffect = 2 }).Method
        );
        Assert.Equal(
            EquivalenceMethod.ChiSquare,
            EquivalenceTest
                .Evaluate([100, cell], [100, 50], new EquivalenceOptions { SparseTwoBins = SparseTwoBinMethod.None })
                .Method
        );
    }

    [Fact]
    public void Evaluate_EffectiveRows_MatchAsManyWholeOnes()
    {
        var whole = EquivalenceTest.Evaluate([100, 3], [90, 12]);
        var effective = EquivalenceTest.Evaluate([300, 9], [270, 36], new EquivalenceOptions { DesignEffect = 3 });

        Relative.Equal(whole.SamePValue, effective.SamePValue, 1e-9);
        Relative.Equal(whole.Interval.Upper, effective.Interval.Upper, 1e-9);
    }

    private static void AssertLeast(double pValue, Func<double, bool> holds)
    {
        if (pValue < 1)
        {
            Assert.True(holds(pValue * (1 + 1e-8)), $"It should hold just above {pValue}.");
        }

        Assert.False(holds(pValue * (1 - 1e-8)), $"It should not hold just below {pValue}.");
    }

    /// <summary>The least distance over a box, by its convexity alone: a fine scan of the boundary, or 0 on the diagonal.</summary>
    private static double LeastOf(long[] reference, long[] current, double a)
    {
        var (p, q) = Box(reference, current, a);
        if (p.Lower <= q.Upper && q.Lower <= p.Upper)
        {
            return 0;
        }

        return Scan(p).SelectMany(x => Scan(q).Select(y => Distance(x, y))).Min();
    }

    private static (double Least, double Largest) Grid(long[] reference, long[] current, double a)
    {
        var (p, q) = Box(reference, current, a);
        var all = Scan(p).SelectMany(x => Scan(q).Select(y => Distance(x, y))).ToArray();
        return (all.Min(), all.Max());
    }

    private static ((double Lower, double Upper) P, (double Lower, double Upper) Q) Box(
        long[] reference,
        long[] current,
        double a
    ) =>
        (
            ClopperPearson.Limits(reference[1], reference.Sum(), a / 4),
            ClopperPearson.Limits(current[1], current.Sum(), a / 4)
        );

    private static IEnumerable<double> Scan((double Lower, double Upper) interval) =>
        Enumerable.Range(0, 21).Select(i => interval.Lower + (i / 20.0 * (interval.Upper - interval.Lower)));

    private static double Distance(double p, double q) => JensenShannon.Distance([1 - p, p], [1 - q, q]);
}
