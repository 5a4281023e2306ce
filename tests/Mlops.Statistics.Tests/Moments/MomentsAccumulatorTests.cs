using System.Text.Json;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Moments;

namespace Mlops.Statistics.Tests.Moments;

public sealed class MomentsAccumulatorTests
{
    private static readonly MomentsDefinition Definition = new();

    // numpy 1.24.2 and scipy 1.10.1: mean, var, var(ddof=1), stats.skew, stats.kurtosis.
    [Fact]
    public void Value_EightValues_EqualsScipy() =>
        AssertMoments(
            Of([1.5, -2.0, 3.25, 0.0, 7.75, -1.25, 2.5, 2.5]),
            1.78125,
            8.1943359375,
            9.364955357142858,
            0.687235791570775,
            -0.07111974979406366
        );

    // Exact rational arithmetic (Python's fractions); scipy 1.10.1 itself is off by 1e-8 here.
    [Fact]
    public void Value_FarFromZero_KeepsTwelveDigits()
    {
        var values = Values(5_000, i => 1e9 + (Square((i * 7919L) % 10_007) / 1_048_576.0));
        AssertMoments(
            Of(values),
            1000000031.8628588,
            811.8157102783371,
            811.9781058995169,
            0.6384198561742213,
            -0.8580672868940368
        );
    }

    // Exact integer arithmetic (Python).
    [Fact]
    public void Value_FarFromZeroOverSeveralBlocks_KeepsTwelveDigits()
    {
        var values = Values(200_000, i => 1e9 + ((i * 7919L) % 10_007 / 128.0));
        AssertMoments(
            Of(values),
            1000000039.0861636,
            509.3385597224059,
            509.341106427938,
            -1.0152501579244002e-05,
            -1.1999960899659778
        );
        var merged = Of(values[..70_001]);
        merged.Merge(Of(values[70_001..]));
        AssertMoments(
            merged,
            1000000039.0861636,
            509.3385597224059,
            509.341106427938,
            -1.0152501579244002e-05,
            -1.1999960899659778
        );
    }

    // Discrete uniform distribution over n = 1000 points: variance (n² - 1) / 12, excess kurtosis -6 (n² + 1) / (5 (n² - 1)).
    [Fact]
    public void Value_ThreeMillionRows_KurtosisIsExact()
    {
        var values = Values(3_000_000, i => i % 1000);
        var halves = Of(values[..1_500_000]);
        halves.Merge(Of(values[1_500_000..]));
        foreach (var moments in new[] { Of(values).Value, halves.Value })
        {
            Assert.Equal(499.5, moments.Mean);
            Assert.Equal(999_999 / 12.0, moments.PopulationVariance, 1e-8);
            Assert.Equal(0, moments.Skewness, 1e-12);
            Assert.Equal(-1.2 * 1_000_001 / 999_999, moments.ExcessKurtosis, 1e-12);
        }
    }

    [Fact]
    public void Merge_BillionsOfRows_DoesNotOverflow()
    {
        var accumulator = Of(Values(1000, i => i));
        for (var i = 0; i < 32; i++)
        {
            accumulator.Merge(accumulator);
        }

        var moments = accumulator.Value;
        Assert.Equal(1000L << 32, moments.Count);
        Assert.Equal(499.5, moments.Mean);
        Assert.Equal(999_999 / 12.0, moments.PopulationVariance, 1e-8);
        Assert.Equal(-1.2 * 1_000_001 / 999_999, moments.ExcessKurtosis, 1e-12);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(16)]
    public void Add_AnyThreads_GivesTheSameBits(int threads)
    {
        var random = new Random(1);
        var values = Values(1_000_003, i => i % 50 == 0 ? double.NaN : random.NextDouble());
        var (one, many) = (Definition.Create(), Definition.Create());
        one.Add(values, new ComputeContext { MaxDegreeOfParallelism = 1 });
        many.Add(values, new ComputeContext { MaxDegreeOfParallelism = threads });
        Assert.Equal(one.Value, many.Value);
    }

    [Fact]
    public void Value_NaNAndInfinities_DoNotPoisonTheFinite()
    {
        var moments = Of([double.NaN, 1, double.PositiveInfinity, 3, double.NegativeInfinity, 5, double.NaN]).Value;
        Assert.Equal((3, 2, 2), (moments.Count, moments.MissingCount, moments.InfiniteCount));
        Assert.Equal((3, 4, 1, 5), (moments.Mean, moments.SampleVariance, moments.Minimum, moments.Maximum));
        Assert.Equal(2, moments.SampleStandardDeviation);
        Assert.Equal(ResultStatus.Infinite, moments.Status);
    }

    [Theory]
    [InlineData(new double[0], ResultStatus.Empty)]
    [InlineData(new[] { double.NaN }, ResultStatus.AllMissing)]
    [InlineData(new[] { double.NegativeInfinity }, ResultStatus.Infinite)]
    public void Value_NoFiniteValues_IsNaNWithStatus(double[] values, ResultStatus expected)
    {
        var moments = Of(values).Value;
        double[] all =
        [
            moments.Mean,
            moments.PopulationVariance,
            moments.SampleVariance,
            moments.SampleStandardDeviation,
            moments.Skewness,
            moments.ExcessKurtosis,
            moments.Minimum,
            moments.Maximum,
        ];
        Assert.All(all, value => Assert.Equal(double.NaN, value));
        Assert.Equal(expected, moments.Status);
    }

    [Fact]
    public void Value_OneValue_HasNoSampleVariance()
    {
        var moments = Of([5]).Value;
        Assert.Equal((5.0, 0.0, double.NaN), (moments.Mean, moments.PopulationVariance, moments.SampleVariance));
        Assert.Equal(ResultStatus.TooFewRows, moments.Status);
    }

    [Fact]
    public void Value_Constant_HasVarianceExactlyZero()
    {
        var accumulator = Of(Values(100_000, _ => 0.1));
        accumulator.Merge(Of(Values(33, _ => 0.1)));
        var moments = accumulator.Value;
        Assert.Equal((0.1, 0.0, 0.0), (moments.Mean, moments.PopulationVariance, moments.SampleVariance));
        Assert.Equal((double.NaN, double.NaN), (moments.Skewness, moments.ExcessKurtosis));
        Assert.Equal(ResultStatus.Constant, moments.Status);
    }

    [Fact]
    public void Value_PowersBeyondDouble_HasTheMeanAndSaysUndefined()
    {
        var moments = Of(Values(1000, i => i % 4 == 0 ? -double.MaxValue : double.MaxValue)).Value;
        Assert.Equal(double.MaxValue / 2, moments.Mean, 1e-12 * double.MaxValue);
        Assert.Equal(double.NaN, moments.PopulationVariance);
        Assert.Equal(ResultStatus.Undefined, moments.Status);

        var split = Of([double.MaxValue]);
        split.Merge(Of([-double.MaxValue]));
        Assert.Equal(0, split.Value.Mean);
        Assert.Equal(ResultStatus.Undefined, split.Value.Status);
    }

    [Fact]
    public void Value_PowersBelowDouble_SaysUndefined()
    {
        var moments = Of([1e-100, 2e-100, 4e-100]).Value;
        Assert.Equal(7e-100 / 3, moments.Mean, 1e-112);
        Assert.Equal(14e-200 / 9, moments.PopulationVariance, 1e-212);
        Assert.Equal(double.NaN, moments.ExcessKurtosis);
        Assert.Equal(ResultStatus.Undefined, moments.Status);
    }

    [Fact]
    public void Add_OneByOne_AgreesWithTheSpan()
    {
        var values = Values(1000, i => 1e9 + (Square(i % 37) / 8.0));
        var single = Definition.Create();
        foreach (var value in values)
        {
            single.Add(value);
        }

        var (e, a) = (Of(values).Value, single.Value);
        AssertMoments(single, e.Mean, e.PopulationVariance, e.SampleVariance, e.Skewness, e.ExcessKurtosis);
        Assert.Equal((e.Count, e.Minimum, e.Maximum), (a.Count, a.Minimum, a.Maximum));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Add_Cancelled_TakesInNothing(int threads)
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        var context = new ComputeContext { MaxDegreeOfParallelism = threads, CancellationToken = source.Token };
        var accumulator = Definition.Create();
        Assert.ThrowsAny<OperationCanceledException>(() => accumulator.Add(new double[200_000], context));
        Assert.Equal(0, accumulator.Count);
    }

    [Theory]
    [InlineData("\"count\":2", "\"count\":-2", "'count'")]
    [InlineData("\"m2\":2", "\"m2\":-2", "'m2'")]
    [InlineData("\"m2\":2", "\"m2\":\"NaN\"", "'m2'")]
    [InlineData("\"m4\":2", "\"m4\":-2", "'m4'")]
    [InlineData("\"mean\":2", "\"mean\":\"Infinity\"", "mean")]
    [InlineData("\"minimum\":1", "\"minimum\":7", "'minimum'")]
    [InlineData("\"minimum\":1", "\"minimum\":\"-Infinity\"", "'minimum'")]
    [InlineData("\"count\":2", "\"count\":0", "without values")]
    [InlineData("\"missing\":1", "\"missing\":-1", "'missing'")]
    [InlineData("\"infinite\":1", "\"infinite\":-1", "'infinite'")]
    [InlineData("\"mean\":2", "\"mean\":true", "number")]
    public void Read_Damaged_ThrowsAndSaysWhat(string part, string damaged, string expected)
    {
        const string State =
            """{"count":2,"infinite":1,"m2":2,"m3":0,"m4":2,"maximum":3,"mean":2,"meanRemainder":0,"minimum":1,"missing":1}""";
        using var sound = JsonDocument.Parse(State);
        Assert.Equal(1, Definition.Read(sound.RootElement).Value.PopulationVariance);

        using var document = JsonDocument.Parse(State.Replace(part, damaged, StringComparison.Ordinal));
        var exception = Assert.Throws<FormatException>(() => Definition.Read(document.RootElement));
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1_031)]
    [InlineData(65_536)]
    public void Compute_AnyVectorWidth_GivesTheSameBits(int count)
    {
        var random = new Random(count);
        var clean = Values(count, i => i % 10 == 0 ? -0.0 : (random.NextDouble() - 0.5) * 1e5);
        var mixed = Values(
            count,
            i =>
                i % 100 == 0 ? double.NaN
                : i % 101 == 0 ? double.PositiveInfinity
                : clean[i]
        );
        foreach (var values in new[] { clean, mixed })
        {
            Assert.Equal(
                MomentsBlock<EightInTwoVectors>.Compute(values),
                MomentsBlock<EightInOneVector>.Compute(values)
            );
        }
    }

    [Fact]
    public void Add_Singles_GivesTheBitsOfTheSameAsDoubles()
    {
        var random = new Random(1);
        var singles = new float[200_003];
        for (var i = 0; i < singles.Length; i++)
        {
            singles[i] =
                i % 50 == 0 ? float.NaN
                : i % 777 == 0 ? float.NegativeInfinity
                : (1e9f * random.NextSingle()) - 7;
        }

        var (single, whole) = (Definition.Create(), Definition.Create());
        single.Add(singles);
        single.Add([1.5f, float.Epsilon, float.MaxValue]);
        whole.Add(Array.ConvertAll(singles, x => (double)x));
        whole.Add(Array.ConvertAll(new[] { 1.5f, float.Epsilon, float.MaxValue }, x => (double)x));
        Assert.Equal(whole.Value, single.Value);
    }

    [Fact]
    public void Add_NoValues_ChangesNothing()
    {
        var accumulator = Of([1, 2]);
        var before = accumulator.Value;
        accumulator.Add(ReadOnlySpan<double>.Empty);
        accumulator.Add(ReadOnlySpan<float>.Empty);
        Assert.Equal(before, accumulator.Value);
    }

    [Fact]
    public void Add_WarmedUp_AllocatesLittle()
    {
        var accumulator = Definition.Create();
        var (values, singles) = (Values(1_000_000, i => i), new float[1_000_000]);
        var context = new ComputeContext { MaxDegreeOfParallelism = 1 };

        var bytes = Allocations.Least(() =>
        {
            accumulator.Add(values, context);
            accumulator.Add(singles, context);
        });

        Assert.InRange(bytes, 0, 2_000);
    }

    private static MomentsAccumulator Of(double[] values)
    {
        var accumulator = Definition.Create();
        accumulator.Add(values);
        return accumulator;
    }

    private static double[] Values(int count, Func<int, double> value) => [.. Enumerable.Range(0, count).Select(value)];

    private static double Square(double value) => value * value;

    private static void AssertMoments(
        MomentsAccumulator accumulator,
        double mean,
        double populationVariance,
        double sampleVariance,
        double skewness,
        double kurtosis
    )
    {
        var moments = accumulator.Value;
        Assert.Equal(mean, moments.Mean, 1e-15 * Math.Abs(mean));
        Assert.Equal(populationVariance, moments.PopulationVariance, 1e-12 * populationVariance);
        Assert.Equal(sampleVariance, moments.SampleVariance, 1e-12 * sampleVariance);
        Assert.Equal(skewness, moments.Skewness, 1e-12);
        Assert.Equal(kurtosis, moments.ExcessKurtosis, 1e-12);
        Assert.Equal(ResultStatus.Ok, moments.Status);
    }
}
