using System.Numerics.Tensors;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Intervals.Bootstrap;
using Mlops.Statistics.Randomness;
using Mlops.Statistics.Tests.Distributions;
using Mlops.Statistics.Tests.Simulations;

namespace Mlops.Statistics.Tests.Intervals.Bootstrap;

public sealed class BootstrapIntervalTests
{
    private static readonly double[] Values = [2.1, 3.4, 1.9, 5.6, 4.4, 3.3, 2.8, 9.5, 0.4];

    private static double Mean(ReadOnlySpan<double> values) => TensorPrimitives.Sum(values) / values.Length;

    /// <summary>NumPy: percentiles of these replicates; BCa's with the jackknife of the mean, 0.0620 for its acceleration.</summary>
    [Theory]
    [InlineData(BootstrapMethod.Percentile, 2.95, 4.55)]
    [InlineData(BootstrapMethod.Basic, 2.872222222222222, 4.472222222222222)]
    [InlineData(BootstrapMethod.BiasCorrectedAccelerated, 2.904492732361144, 4.360232020910038)]
    public void Limits_GivenReplicates_AgreeWithReference(BootstrapMethod method, double lower, double upper)
    {
        double[] replicates = [3.1, 3.6, 4.4, 2.9, 3.8, 4.1, 5.2, 3.3, 3.0, 4.7, 3.9, 2.5, 4.0, 3.5, 4.2, 3.75];
        var result = BootstrapLimits.Of(
            Mean(Values),
            replicates,
            method,
            () => Jackknife.Acceleration(Jackknife.LeaveOut(Values, Mean, null)),
            new() { ConfidenceLevel = 0.8 }
        );

        Relative.Equal(lower, result.Interval.Lower, 1e-12);
        Relative.Equal(upper, result.Interval.Upper, 1e-12);
        Relative.Equal(0.702250845496109, result.StandardError, 1e-13);
        Relative.Equal(0.03576388888888937, result.Bias, 1e-12);
        Relative.Equal(0.0620065760008584, Jackknife.Acceleration(Jackknife.LeaveOut(Values, Mean, null)), 1e-12);
    }

    /// <summary>SciPy 1.10.1, scipy.stats.bootstrap with 200,000 replicates: to the error of so many draws.</summary>
    [Fact]
    public void OfSample_Mean_AgreesWithReference()
    {
        var result = BootstrapInterval.OfSample(
            Values,
            Mean,
            new()
            {
                ConfidenceLevel = 0.8,
                Replicates = 60_000,
                Seed = 1,
            }
        );

        Assert.Equal(2.8333333333333335, result.Interval.Lower, 0.03);
        Assert.Equal(5.044444444444444, result.Interval.Upper, 0.05);
        Assert.Equal(0.8252846289556833, result.StandardError, 0.01);
        Assert.Equal(BootstrapMethod.BiasCorrectedAccelerated, result.Method);
        Assert.Equal((60_000, 0), (result.ReplicateCount, result.UndefinedCount));
    }

    [Fact]
    public void AllForms_AnyNumberOfThreads_GiveTheSameBits()
    {
        double[] other = [.. Values.Select(x => x + 1)];
        int[] entities = [1, 1, 2, 2, 3, 3, 3, 9, 9];
        foreach (var threads in (int[])[1, 2, 5])
        {
            ComputeContext context = new() { MaxDegreeOfParallelism = threads };
            Assert.Equal(
                BootstrapInterval.OfSample(Values, Mean),
                BootstrapInterval.OfSample(Values, Mean, null, context)
            );
            Assert.Equal(
                BootstrapInterval.OfTwoSamples(Values, other, (x, y) => Mean(y) - Mean(x)),
                BootstrapInterval.OfTwoSamples(Values, other, (x, y) => Mean(y) - Mean(x), null, context)
            );
            Assert.Equal(
                BootstrapInterval.OfSeries(Values, Mean),
                BootstrapInterval.OfSeries(Values, Mean, null, null, context)
            );
            Assert.Equal(
                BootstrapInterval.OfClusters(Values, entities, Mean),
                BootstrapInterval.OfClusters(Values, entities, Mean, null, context)
            );
            Assert.Equal(
                BootstrapInterval.OfCounts([3, 9], counts => counts[0] / 12.0),
                BootstrapInterval.OfCounts([3, 9], counts => counts[0] / 12.0, null, context)
            );
        }

        Assert.NotEqual(
            BootstrapInterval.OfSample(Values, Mean).Interval,
            BootstrapInterval.OfSample(Values, Mean, new() { Seed = 1 }).Interval
        );
    }

    [Fact]
    public void OfSample_SkewedPopulation_CoversNearItsLevel()
    {
        var random = new Xoshiro256(5);
        const int trials = 400;
        var covered = 0;
        for (var i = 0; i < trials; i++)
        {
            double[] x = [.. Enumerable.Range(0, 40).Select(_ => -Math.Log(1 - random.NextUniform()))];
            covered += BootstrapInterval
                .OfSample(
                    x,
                    Mean,
                    new()
                    {
                        ConfidenceLevel = 0.9,
                        Replicates = 400,
                        Seed = (ulong)i,
                    }
                )
                .Interval.Contains(1)
                ? 1
                : 0;
        }

        Assert.InRange(covered / (double)trials, 0.84, 0.94);
    }

    [Fact]
    public void OfTwoSamples_Difference_CoversNearItsLevel()
    {
        var random = new Xoshiro256(6);
        const int trials = 300;
        var covered = 0;
        for (var i = 0; i < trials; i++)
        {
            double[] x = [.. Enumerable.Range(0, 30).Select(_ => random.StandardNormal())],
                y = [.. Enumerable.Range(0, 45).Select(_ => (2 * random.StandardNormal()) + 1)];
            covered += BootstrapInterval
                .OfTwoSamples(x, y, (a, b) => Mean(b) - Mean(a), new() { ConfidenceLevel = 0.9, Replicates = 400 })
                .Interval.Contains(1)
                ? 1
                : 0;
        }

        Assert.InRange(covered / (double)trials, 0.84, 0.95);
    }

    [Fact]
    public void OfSeries_DependentValues_AreWiderThanIndependentOnes()
    {
        // An autoregression of 0.8: the mean's true deviation is about 3 times that of independent values.
        var random = new Xoshiro256(8);
        double value = 0;
        var series = new double[4_000];
        for (var i = 0; i < series.Length; i++)
        {
            value = (0.8 * value) + random.StandardNormal();
            series[i] = value;
        }

        var truth = 5 / Math.Sqrt(series.Length);
        BootstrapOptions options = new() { Replicates = 400 };
        foreach (var kind in Enum.GetValues<BlockKind>())
        {
            var result = BootstrapInterval.OfSeries(series, Mean, new() { Kind = kind, Length = 60 }, options);
            Assert.InRange(result.StandardError / truth, 0.75, 1.25);
            Assert.Equal(BootstrapMethod.Percentile, result.Method);
        }

        Assert.InRange(BootstrapInterval.OfSample(series, Mean, options).StandardError / truth, 0.2, 0.5);
        Assert.Throws<ArgumentException>(() =>
            BootstrapInterval.OfSeries(series, Mean, null, new() { Method = BootstrapMethod.BiasCorrectedAccelerated })
        );
    }

    [Theory]
    [InlineData(BlockKind.Moving)]
    [InlineData(BlockKind.Circular)]
    [InlineData(BlockKind.Stationary)]
    public void Fill_Blocks_AreRunsOfTheSeries(BlockKind kind)
    {
        double[] series = [.. Enumerable.Range(0, 23).Select(i => (double)i)];
        var replicate = new double[23];
        for (var stream = 0; stream < 200; stream++)
        {
            BlockDraw.Fill(series, replicate, kind, 5, new Philox(3, (ulong)stream));
            for (var i = 1; i < replicate.Length; i++)
            {
                var isNext = replicate[i] == replicate[i - 1] + 1;
                var isWrapped = kind != BlockKind.Moving && replicate[i - 1] == 22 && replicate[i] == 0;
                Assert.True(isNext || isWrapped || i % 5 == 0 || kind == BlockKind.Stationary);
            }
        }

        BlockDraw.Fill(series, replicate, BlockKind.Moving, 23, new Philox(3));
        Assert.Equal(series, replicate);
    }

    [Fact]
    public void OfClusters_EqualRowsOfAnEntity_AreWorthOne()
    {
        // Every value ten times: by entities the interval is that of the values themselves.
        double[] copies = [.. Values.SelectMany(x => Enumerable.Repeat(x, 10))];
        int[] entities = [.. Enumerable.Range(0, 9).SelectMany(i => Enumerable.Repeat(100 - i, 10))];
        var byEntity = BootstrapInterval.OfClusters(copies, entities, Mean);
        var bySingle = BootstrapInterval.OfSample(Values, Mean);
        Relative.Equal(bySingle.Interval.Lower, byEntity.Interval.Lower, 1e-10);
        Relative.Equal(bySingle.Interval.Upper, byEntity.Interval.Upper, 1e-10);
        Assert.Equal(ResultStatus.TooFewRows, BootstrapInterval.OfClusters(Values, new int[9], Mean).Status);
        Assert.Throws<ArgumentException>(() => BootstrapInterval.OfClusters(Values, [1], Mean));
    }

    [Fact]
    public void OfCounts_Share_IsBinomial()
    {
        var result = BootstrapInterval.OfCounts(
            [300, 700],
            counts => counts[0] / 1000.0,
            new() { Replicates = 20_000 }
        );
        Relative.Equal(Math.Sqrt(0.3 * 0.7 / 1000), result.StandardError, 0.02);
        Assert.Equal(0.3, result.Interval.Lower + result.Interval.Upper - 0.3, 0.003);
        Assert.Equal(
            ResultStatus.Ok,
            BootstrapInterval.OfCounts([1L << 40, 1L << 41], counts => counts[0] / (double)(1L << 40)).Status
        );
    }

    [Theory]
    [InlineData(12, 0.2)]
    [InlineData(40, 0.5)]
    [InlineData(100_000, 0.0003)]
    [InlineData(5_000, 0.99)]
    public void BinomialDraw_ManyDraws_HaveTheirMeanAndVariance(long trials, double probability)
    {
        var random = new Philox(9);
        const int draws = 40_000;
        double sum = 0,
            squares = 0,
            mean = trials * probability,
            variance = mean * (1 - probability);
        for (var i = 0; i < draws; i++)
        {
            var k = BinomialDraw.Of(trials, probability, random);
            Assert.InRange(k, 0, trials);
            sum += k - mean;
            squares += (k - mean) * (k - mean);
        }

        Assert.InRange(sum / draws / Math.Sqrt(variance / draws), -4.5, 4.5);
        Assert.InRange(squares / draws / variance, 0.96, 1.04);
    }

    [Fact]
    public void BinomialDraw_Rejection_HasItsDistribution()
    {
        // Chi-square of the counts of each k from 15 to 45, of Binomial(60, 0.5).
        var random = new Philox(10);
        const int draws = 100_000;
        var counts = new int[61];
        for (var i = 0; i < draws; i++)
        {
            counts[BinomialDraw.Of(60, 0.5, random)]++;
        }

        double density = Math.Pow(0.5, 60),
            distance = 0;
        for (var k = 0; k <= 60; k++)
        {
            if (k is >= 15 and <= 45)
            {
                var expected = draws * density;
                distance += (counts[k] - expected) * (counts[k] - expected) / expected;
            }

            density *= (60.0 - k) / (k + 1);
        }

        Assert.InRange(distance, 8, 62);
    }

    [Fact]
    public void OfSample_NoAnswer_HasAStatus()
    {
        Assert.Equal(ResultStatus.Empty, BootstrapInterval.OfSample([], Mean).Status);
        Assert.Equal(ResultStatus.TooFewRows, BootstrapInterval.OfSample([1], Mean).Status);
        Assert.Equal(ResultStatus.Undefined, BootstrapInterval.OfSample([1, 2], _ => double.NaN).Status);
        Assert.Equal(ResultStatus.Empty, BootstrapInterval.OfTwoSamples([], [1, 2], (_, _) => 0).Status);
        Assert.Equal(ResultStatus.Empty, BootstrapInterval.OfCounts([0, 0], _ => 0).Status);
        Assert.Equal(ResultStatus.TooFewRows, BootstrapInterval.OfSeries([1], Mean).Status);
        var constant = BootstrapInterval.OfSample([3, 3, 3], Mean);
        Assert.Equal((ResultStatus.Ok, 3.0, 3.0), (constant.Status, constant.Interval.Lower, constant.Interval.Upper));
        var some = BootstrapInterval.OfSample(Values, x => x.Contains(9.5) ? Mean(x) : double.NaN);
        Assert.Equal(ResultStatus.Ok, some.Status);
        Assert.InRange(some.UndefinedCount, 1, 1_000);
        Assert.Throws<ArgumentOutOfRangeException>(() => new BootstrapOptions { Replicates = 3 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new BlockOptions { Length = 0 });
    }

    [Fact]
    public void OfSample_CancelledOrFollowed_StopsAndTells()
    {
        using CancellationTokenSource source = new();
        source.Cancel();
        Assert.ThrowsAny<OperationCanceledException>(() =>
            BootstrapInterval.OfSample(Values, Mean, null, new() { CancellationToken = source.Token })
        );
        var progress = new LastShare();
        BootstrapInterval.OfSample(Values, Mean, null, null, progress);
        Assert.Equal(1, progress.Largest);
    }

    private sealed class LastShare : IProgress<double>
    {
        private readonly Lock _gate = new();

        public double Largest { get; private set; }

        public void Report(double value)
        {
            lock (_gate)
            {
                Largest = Math.Max(Largest, value);
            }
        }
    }
}
