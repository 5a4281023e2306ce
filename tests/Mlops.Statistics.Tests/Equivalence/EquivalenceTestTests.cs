using FsCheck;
using FsCheck.Fluent;
using Mlops.Statistics.Equivalence;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Laws;

namespace Mlops.Statistics.Tests.Equivalence;

public sealed class EquivalenceTestTests
{
    private static Gen<(long[] Reference, long[] Current)> DenseCounts { get; } =
        Gen.Choose(2, 12)
            .SelectMany(bins => Gen.Choose(5, 3000).Select(i => (long)i).ArrayOf(bins).Two())
            .Select(pair => (pair.Item1, pair.Item2));

    /// <summary>The definition on SciPy 1.10.1's ncx2 and chi2, with bisection for the interval.</summary>
    [Theory]
    [InlineData(
        new[] { 11L, 61 },
        new[] { 29L, 103 },
        0.1,
        0.07316156903726803,
        0.6695925409162762,
        0.3304074590837239,
        0.0,
        0.17547887333250042
    )]
    public void Evaluate_ReferenceValues_Agree(
        long[] reference,
        long[] current,
        double bound,
        double effect,
        double drift,
        double same,
        double lower,
        double upper
    )
    {
        var result = EquivalenceTest.Evaluate(reference, current, new EquivalenceOptions { Bound = bound });

        Assert.Equal(ResultStatus.Ok, result.Status);
        Assert.Equal(EquivalenceMethod.ChiSquare, result.Method);
        Relative.Equal(effect, result.Effect, 1e-12);
        Relative.Equal(drift, result.DriftPValue, 1e-10);
        Relative.Equal(same, result.SamePValue, 1e-10);
        Assert.Equal(lower, result.Interval.Lower, 1e-10);
        Relative.Equal(upper, result.Interval.Upper, 1e-10);
        Assert.Equal(72.0 * 132 / 204, result.EffectiveSize, 1e-12);
        Assert.Equal(
            (2, 72, 132, 61, 103),
            (
                result.BinCount,
                result.ReferenceCount,
                result.CurrentCount,
                result.ReferenceEventCount,
                result.CurrentEventCount
            )
        );
    }

    [Fact]
    public void Evaluate_MillionsOfRows_DecidesBySizeAndStillDetects()
    {
        // Ten deciles of ten million rows each, and the shares of a shift by 0.01 standard deviations.
        long[] reference = [.. Enumerable.Repeat(1_000_000L, 10)],
            shifted =
            [982_579, 991_547, 994_905, 997_464, 999_752, 1_002_034, 1_004_401, 1_007_039, 1_010_520, 1_009_759],
            far = [500_000, 600_000, 700_000, 800_000, 900_000, 1_000_000, 1_100_000, 1_200_000, 1_400_000, 1_800_000];

        var same = EquivalenceTest.Evaluate(reference, reference);
        var slight = EquivalenceTest.Evaluate(reference, shifted);
        var drift = EquivalenceTest.Evaluate(reference, far);

        Assert.Equal((0.0, 1.0, 0.0, 1.0), (same.Effect, same.DriftPValue, same.SamePValue, same.DetectionPValue));
        Assert.True(slight.SamePValue < 1e-100 && slight.DetectionPValue < 1e-60 && slight.Interval.Upper < 0.1);
        Assert.True(drift.DriftPValue < 1e-100 && drift.SamePValue == 1 && drift.Interval.Lower > 0.1);
    }

    [Fact]
    public void Evaluate_MostRowsThatCanBeCounted_StillDecides()
    {
        const long most = long.MaxValue / 4;

        var result = EquivalenceTest.Evaluate([most, most, most], [most, most + (most / 100), most - (most / 100)]);

        Assert.Equal((1.0, 0.0, 0.0), (result.DriftPValue, result.SamePValue, result.DetectionPValue));
        Relative.Equal(result.Effect, result.Interval.Lower, 1e-6);
        Relative.Equal(result.Effect, result.Interval.Upper, 1e-6);
    }

    [Fact]
    public void Evaluate_AnyCounts_AnswersConsistently() =>
        Law.Holds(
            DenseCounts,
            counts =>
            {
                var result = EquivalenceTest.Evaluate(counts.Reference, counts.Current);
                Assert.Equal(1, result.DriftPValue + result.SamePValue, 1e-12);
                Assert.InRange(result.Interval.Lower, 0, Math.Min(1, result.Interval.Upper));

                // The ends of the 90% interval are the two tests at 5%.
                Assert.Equal(result.DriftPValue < 0.05, result.Interval.Lower > result.Bound);
                Assert.Equal(result.SamePValue < 0.05, result.Interval.Upper < result.Bound);
            }
        );

    [Fact]
    public void Evaluate_LargerBound_MakesDriftLessSureAndSamenessSurer() =>
        Law.Holds(
            Gen.OneOf(DenseCounts, SparsePairs).Zip(Gen.Choose(1, 98).Two()),
            input =>
            {
                var ((reference, current), (i, j)) = input;
                var smaller = Evaluate(reference, current, Math.Min(i, j) / 100.0);
                var larger = Evaluate(reference, current, Math.Max(i, j) / 100.0);
                Assert.True(smaller.DriftPValue <= larger.DriftPValue);
                Assert.True(smaller.SamePValue >= larger.SamePValue);
                Assert.Equal(smaller.Interval, larger.Interval);
            }
        );

    [Fact]
    public void Evaluate_DesignEffect_IsWorthSoManyFewerRows()
    {
        var few = EquivalenceTest.Evaluate([100, 200, 300], [120, 220, 260]);
        var many = EquivalenceTest.Evaluate(
            [400, 800, 1200],
            [480, 880, 1040],
            new EquivalenceOptions { DesignEffect = 4 }
        );

        Assert.Equal(few.EffectiveSize, many.EffectiveSize, 1e-9);
        Relative.Equal(few.SamePValue, many.SamePValue, 1e-9);
        Relative.Equal(few.Interval.Upper, many.Interval.Upper, 1e-9);
    }

    [Theory]
    [InlineData(new[] { 0L, 0 }, new[] { 3L, 4 })]
    [InlineData(new[] { 3L, 4 }, new[] { 0L, 0 })]
    [InlineData(new[] { 0L }, new[] { 0L })]
    public void Evaluate_NoRowsOnASide_IsEmpty(long[] reference, long[] current) =>
        AssertUnanswered(EquivalenceTest.Evaluate(reference, current), ResultStatus.Empty);

    [Fact]
    public void Evaluate_SingleBin_IsUndefined() =>
        AssertUnanswered(EquivalenceTest.Evaluate([5], [7]), ResultStatus.Undefined);

    [Fact]
    public void Evaluate_BinEmptyOnBothSides_CountsAsADegreeOfFreedom()
    {
        Assert.Equal(4, EquivalenceTest.Evaluate([50, 60, 70, 0], [55, 60, 70, 0]).BinCount);
        Assert.NotEqual(
            EquivalenceTest.Evaluate([50, 60, 70], [55, 60, 70]).SamePValue,
            EquivalenceTest.Evaluate([50, 60, 70, 0], [55, 60, 70, 0]).SamePValue
        );
    }

    [Fact]
    public void Evaluate_IncreaseOfDensePair_AgreesWithTheDefinitionWhereItGrew()
    {
        long[] reference = [900, 100],
            current = [850, 150];
        var oneSided = EquivalenceTest.Evaluate(reference, current, Increase);
        var twoSided = EquivalenceTest.Evaluate(reference, current);

        // They differ by the far tail, Φ(-√X - √L), alone.
        var roots = Math.Sqrt(8 * Math.Log(2) * 500) * (twoSided.Effect + 0.1);
        Assert.Equal(twoSided.SamePValue + Normal(-roots), oneSided.SamePValue, 1e-12);
        Assert.Equal(twoSided.Effect, oneSided.Effect);
    }

    [Fact]
    public void Evaluate_IncreaseThatIsADecrease_HasNoEffect()
    {
        var result = EquivalenceTest.Evaluate([700, 300], [900, 100], Increase);

        Assert.Equal(0, result.Effect);
        Assert.True(result.SamePValue < 1e-6);
        Assert.True(result.DriftPValue > 0.999999);
        Assert.True(result.DetectionPValue > 0.999999);
        Assert.Equal(0, result.Interval.Lower);
        Assert.True(result.Interval.Upper < 0.1);
    }

    [Fact]
    public void Evaluate_BadArguments_AreNamed()
    {
        Assert.Equal(
            "referenceCounts",
            Assert.Throws<ArgumentException>(() => EquivalenceTest.Evaluate([], [])).ParamName
        );
        Assert.Equal(
            "currentCounts",
            Assert.Throws<ArgumentException>(() => EquivalenceTest.Evaluate([1, 2], [1])).ParamName
        );
        Assert.Equal(
            "currentCounts",
            Assert.Throws<ArgumentException>(() => EquivalenceTest.Evaluate([1, 2], [1, -2])).ParamName
        );
        Assert.Equal(
            "referenceCounts",
            Assert.Throws<ArgumentException>(() => EquivalenceTest.Evaluate([1, 2, 3], [1, 2, 3], Increase)).ParamName
        );
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(1.0)]
    [InlineData(double.NaN)]
    public void Options_OutOfRange_AreRefused(double value)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new EquivalenceOptions { Bound = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EquivalenceOptions { ConfidenceLevel = value });
        Assert.Throws<ArgumentOutOfRangeException>(() => new EquivalenceOptions { DesignEffect = value - 0.5 });
    }

    /// <summary>Two bins with at most four events in the reference.</summary>
    internal static Gen<(long[] Reference, long[] Current)> SparsePairs { get; } =
        Gen.Choose(0, 4)
            .Zip(Gen.Choose(1, 300))
            .Zip(Gen.Choose(0, 40).Zip(Gen.Choose(1, 300)))
            .Select(v => (new long[] { v.Item1.Item2, v.Item1.Item1 }, new long[] { v.Item2.Item2, v.Item2.Item1 }));

    private static EquivalenceOptions Increase { get; } = new() { Alternative = EquivalenceAlternative.Increase };

    private static double Normal(double z) => Mlops.Statistics.Distributions.Normal.Cdf(z);

    private static EquivalenceResult Evaluate(long[] reference, long[] current, double bound) =>
        EquivalenceTest.Evaluate(reference, current, new EquivalenceOptions { Bound = bound });

    private static void AssertUnanswered(EquivalenceResult result, ResultStatus status)
    {
        Assert.Equal(status, result.Status);
        Assert.Equal(EquivalenceMethod.None, result.Method);
        double[] numbers =
        [
            result.Effect,
            result.DriftPValue,
            result.SamePValue,
            result.DetectionPValue,
            result.Interval.Lower,
            result.Interval.Upper,
        ];
        Assert.All(numbers, number => Assert.Equal(double.NaN, number));
    }
}
