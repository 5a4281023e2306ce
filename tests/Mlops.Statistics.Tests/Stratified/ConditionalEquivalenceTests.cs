using Mlops.Statistics.Divergences;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.Randomness;
using Mlops.Statistics.Stratified;

namespace Mlops.Statistics.Tests.Stratified;

public sealed class ConditionalEquivalenceTests
{
    [Fact]
    public void Evaluate_Squares_AddUpToTheJointDistance()
    {
        long[] reference = [100, 200, 300, 150, 50, 200],
            current = [300, 100, 250, 250, 60, 40];

        var result = ConditionalEquivalence.Evaluate(reference, current, 2);

        Assert.Equal(JensenShannon.Distance(reference, current), result.JointEffect, 1e-12);
        Assert.Equal(JensenShannon.Distance([300L, 450, 250], [400L, 500, 100]), result.MarginalEffect, 1e-12);
        Assert.Equal(
            Math.Pow(result.JointEffect, 2),
            Math.Pow(result.MarginalEffect, 2) + Math.Pow(result.Effect, 2),
            1e-12
        );
        Assert.True(result.Interval.Lower <= result.Effect && result.Effect <= result.Interval.Upper);
        Assert.Equal(
            (3, 1.0, 1.0),
            (result.ComparedStrata, result.ComparedReferenceShare, result.ComparedCurrentShare)
        );
    }

    [Fact]
    public void Evaluate_OneStratum_IsTheEquivalenceTest()
    {
        long[] reference = [100, 220, 80],
            current = [150, 120, 130];
        var plain = EquivalenceTest.Evaluate(reference, current);

        var result = ConditionalEquivalence.Evaluate(reference, current, 3);

        Assert.Equal(plain.Effect, result.Effect, 1e-12);
        Assert.Equal(plain.DriftPValue, result.DriftPValue, 1e-12);
        Assert.Equal(plain.SamePValue, result.SamePValue, 1e-12);
        Assert.Equal(plain.Interval.Lower, result.Interval.Lower, 1e-9);
        Assert.Equal(plain.Interval.Upper, result.Interval.Upper, 1e-9);
        Assert.Equal(2, result.DegreesOfFreedom, 1e-12);
        Assert.Equal(0, result.MarginalEffect);
    }

    [Fact]
    public void Evaluate_OnlyTheStrataMoved_FindsNothingWithin()
    {
        // Shares of 20% and 60% within, whatever the strata's own shares.
        var result = ConditionalEquivalence.Evaluate([8000, 2000, 4000, 6000], [1600, 400, 7200, 10800], 2);

        Assert.Equal(0, result.Effect, 1e-7);
        Assert.InRange(result.MarginalEffect, 0.3, 0.6);
        Assert.InRange(result.SamePValue, 0, 0.001);
        Assert.Equal(1, result.DetectionPValue, 1e-6);
    }

    [Fact]
    public void Evaluate_SidesExchanged_IsTheSame()
    {
        long[] reference = [100, 200, 300, 150],
            current = [300, 100, 50, 90];

        var result = ConditionalEquivalence.Evaluate(reference, current, 2);
        var exchanged = ConditionalEquivalence.Evaluate(current, reference, 2);

        Assert.Equal(result.Effect, exchanged.Effect, 1e-12);
        Assert.Equal(result.DriftPValue, exchanged.DriftPValue, 1e-12);
    }

    [Fact]
    public void Evaluate_StrataOfOneSide_AreLeftOutAndCounted()
    {
        var result = ConditionalEquivalence.Evaluate([50, 50, 100, 0], [50, 50, 0, 0], 2);

        Assert.Equal(
            (1, 0.5, 1.0),
            (result.ComparedStrata, result.ComparedReferenceShare, result.ComparedCurrentShare)
        );
    }

    [Fact]
    public void Evaluate_NothingToCompare_HasAStatus()
    {
        Assert.Equal(ResultStatus.Empty, ConditionalEquivalence.Evaluate([], [], 2).Status);
        Assert.Equal(ResultStatus.Empty, ConditionalEquivalence.Evaluate([3, 4], [0, 0], 2).Status);
        Assert.Equal(ResultStatus.Undefined, ConditionalEquivalence.Evaluate([3, 4], [5, 0], 1).Status);
        Assert.Equal(double.NaN, ConditionalEquivalence.Evaluate([1, 1], [1, 1], 2).DriftPValue);
    }

    [Fact]
    public void Evaluate_AnIncrease_IsRefused() =>
        Assert.Throws<ArgumentException>(() =>
            ConditionalEquivalence.Evaluate(
                [1, 2],
                [1, 2],
                2,
                new EquivalenceOptions { Alternative = EquivalenceAlternative.Increase }
            )
        );

    /// <summary>Strata move, sides differ in size, nothing changes within: any change is detected as often as stated.</summary>
    [Fact]
    public void Evaluate_NoConditionalChange_IsDetectedAsOftenAsStated()
    {
        const int repeats = 1500;
        double[] p = [0.4, 0.3, 0.2, 0.1],
            q = [0.1, 0.2, 0.3, 0.4],
            share = [0.2, 0.35, 0.5, 0.8];
        var detected = 0;
        for (var r = 0; r < repeats; r++)
        {
            var random = new Philox(11, (ulong)r);
            var result = ConditionalEquivalence.Evaluate(Draw(random, p, share, 1500), Draw(random, q, share, 500), 2);
            detected += result.DetectionPValue <= 0.05 ? 1 : 0;
        }

        Assert.InRange(detected / (double)repeats, 0.028, 0.075);
    }

    /// <summary>A conditional change of exactly the bound is called drift, and the same, at most about as often as stated.</summary>
    [Fact]
    public void Evaluate_AtTheBound_ErrsAsOftenAsStated()
    {
        const int repeats = 1000;
        double[] p = [0.3, 0.3, 0.4],
            share = [0.3, 0.5, 0.6],
            other = [0.42, 0.38, 0.72];
        var scale = 1_000_000.0;
        var truth = ConditionalEquivalence.Evaluate(Expected(p, share, scale), Expected(p, other, scale), 2).Effect;
        var options = new EquivalenceOptions { Bound = truth };
        var (drift, same, covered) = (0, 0, 0);
        for (var r = 0; r < repeats; r++)
        {
            var random = new Philox(12, (ulong)r);
            var result = ConditionalEquivalence.Evaluate(
                Draw(random, p, share, 1200),
                Draw(random, p, other, 900),
                2,
                options
            );
            drift += result.DriftPValue <= 0.05 ? 1 : 0;
            same += result.SamePValue <= 0.05 ? 1 : 0;
            covered += result.Interval.Contains(truth) ? 1 : 0;
        }

        Assert.InRange(drift / (double)repeats, 0.025, 0.08);
        Assert.InRange(same / (double)repeats, 0.02, 0.08);
        Assert.InRange(covered / (double)repeats, 0.87, 0.93);
    }

    private static long[] Expected(double[] strata, double[] share, double rows) =>
        [.. strata.SelectMany((p, h) => new[] { (long)(rows * p * (1 - share[h])), (long)(rows * p * share[h]) })];

    private static long[] Draw(Philox random, double[] strata, double[] share, int rows)
    {
        var counts = new long[2 * strata.Length];
        for (var i = 0; i < rows; i++)
        {
            var (u, h) = (random.NextDouble(), 0);
            while (h < strata.Length - 1 && u >= strata[h])
            {
                u -= strata[h++];
            }

            counts[(2 * h) + (random.NextDouble() < share[h] ? 1 : 0)]++;
        }

        return counts;
    }
}
