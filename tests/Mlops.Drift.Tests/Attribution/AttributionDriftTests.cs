using Mlops.Data;
using Mlops.Drift.Attribution;
using Mlops.Reporting.Rendering;
using Mlops.Statistics.Compute;
using Mlops.Statistics.Randomness;

namespace Mlops.Drift.Tests.Attribution;

public class AttributionDriftTests
{
    private static readonly string[] s_features = ["income", "age", "region", "tenure"];

    /// <summary>scikit-learn 1.2.1, ndcg_score([[0.838767, 1.588906, 1.189537, 2.163092]], [[0.39297, 2.172014, 0.148371, 0.412594]]).</summary>
    [Fact]
    public void Score_SignedAttributions_AgreesWithReference()
    {
        var score = AttributionDrift.Score(
            [-0.838767, -1.588906, -1.189537, 2.163092],
            [0.39297, 2.172014, 0.148371, -0.412594]
        );

        Assert.Equal(0.9426843063529399, score.Normalized, 1e-14);
    }

    [Fact]
    public void Compare_TheSameModel_Passes()
    {
        var report = AttributionDrift.Compare(s_features, Rows(500, 1, 4, 3, 2, 1), Rows(400, 2, 4, 3, 2, 1));

        Assert.Equal(Verdict.Pass, report.Verdict);
        Assert.InRange(report.Agreement, 0.99, 1);
        Assert.True(report.Interval.Contains(report.Agreement));
        Assert.Equal(1, report.Features.Sum(feature => feature.CurrentShare), 1e-12);
        Assert.Equal([1, 2, 3, 4], report.Features.Select(feature => feature.ReferenceRank));
    }

    [Fact]
    public void Compare_ImportanceTurnedRound_FailsAndSaysWhatGained()
    {
        var report = AttributionDrift.Compare(s_features, Rows(500, 1, 8, 4, 1, 0.2), Rows(400, 2, 0.2, 1, 4, 8));

        Assert.Equal(Verdict.Fail, report.Verdict);
        Assert.Equal(-3, report.Features[3].RankChange);
        Assert.True(report.Features[3].ShareInterval.Lower > 0.3);
        Assert.Contains("tenure", report.ToDocument().ToText(), StringComparison.Ordinal);
        Assert.Equal(Verdict.Fail, report.ToChecks().Checks.Single().Verdict);
    }

    [Fact]
    public void Compare_FewRows_CannotTell()
    {
        var report = AttributionDrift.Compare(s_features, Rows(500, 1, 4, 3, 2, 1), Rows(5, 2, 1, 2, 3, 4));

        Assert.Equal((ResultStatus.TooFewRows, Verdict.Inconclusive), (report.Status, report.Verdict));
        Assert.False(double.IsNaN(report.Agreement));
    }

    [Fact]
    public void Compare_DataSets_TakesTheFeaturesThatAreNumbers()
    {
        double[] a = Samples.Normal(200, 1, scale: 3),
            b = Samples.Normal(200, 2);
        var reference = Dataset
            .FromColumns("then", Column.Number("a", a), Column.Number("b", b), Column.Number("y", b))
            .WithRole("y", ColumnRole.Label);

        var same = AttributionDrift.Compare(reference, reference);
        var gone = AttributionDrift.Compare(reference, Dataset.FromColumns("now", Column.Number("a", a)));

        Assert.Equal(["a", "b"], same.Features.Select(feature => feature.Feature));
        Assert.Equal(Verdict.Pass, same.Verdict);
        Assert.Equal(Verdict.Fail, gone.Verdict);
        Assert.Equal(["b"], gone.MissingFeatures);
        Assert.Contains("lack", gone.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_MatrixAndDataSet_Agree()
    {
        var matrix = Rows(100, 3, 2, 1);
        var data = Dataset.FromColumns(
            "x",
            Column.Number("a", [.. matrix.Where((_, i) => i % 2 == 0)]),
            Column.Number("b", [.. matrix.Where((_, i) => i % 2 == 1)])
        );

        Assert.Equal(
            AttributionDrift.Compare(["a", "b"], matrix, matrix).Interval,
            AttributionDrift.Compare(data, data).Interval
        );
    }

    [Fact]
    public void Compare_AnyNumberOfThreads_IsTheSame()
    {
        var (a, b) = (Rows(6000, 1, 4, 3, 2, 1), Rows(5000, 2, 3, 4, 2, 1));

        var one = AttributionDrift.Compare(
            s_features,
            a,
            b,
            context: new ComputeContext { MaxDegreeOfParallelism = 1 }
        );
        var many = AttributionDrift.Compare(
            s_features,
            a,
            b,
            context: new ComputeContext { MaxDegreeOfParallelism = 4 }
        );

        Assert.Equal(one.Interval, many.Interval);
        Assert.Equal(one.Features, many.Features);
    }

    [Theory]
    [InlineData(new double[0], new double[] { 1, 2 }, ResultStatus.Empty, Verdict.Inconclusive)]
    [InlineData(new double[] { double.NaN, 1 }, new double[] { 1, 2 }, ResultStatus.AllMissing, Verdict.Inconclusive)]
    [InlineData(new double[] { 0, 0 }, new double[] { 1, 2 }, ResultStatus.Undefined, Verdict.Inconclusive)]
    [InlineData(new double[] { 1, 2 }, new double[] { 0, 0 }, ResultStatus.Constant, Verdict.Fail)]
    [InlineData(
        new double[] { 1, double.PositiveInfinity },
        new double[] { 1, 2 },
        ResultStatus.Infinite,
        Verdict.Inconclusive
    )]
    [InlineData(new double[] { 1, 2 }, new double[] { 1, 2 }, ResultStatus.TooFewRows, Verdict.Inconclusive)]
    public void Compare_NothingToTell_HasAStatus(
        double[] reference,
        double[] current,
        ResultStatus status,
        Verdict verdict
    )
    {
        var report = AttributionDrift.Compare(["a", "b"], reference, current);

        Assert.Equal((status, verdict), (report.Status, report.Verdict));
        Assert.NotEmpty(report.ToDocument().ToHtml());
    }

    [Fact]
    public void Compare_WrongArguments_AreNamed()
    {
        Assert.Throws<ArgumentException>("features", () => AttributionDrift.Compare([], [], []));
        Assert.Throws<ArgumentException>("current", () => AttributionDrift.Compare(["a", "b"], [1, 2], [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AttributionDriftOptions { Threshold = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new AttributionDriftOptions { Replicates = 5 });
    }

    /// <summary>The interval holds the agreement of the true importances at least about as often as stated.</summary>
    [Fact]
    public void Compare_Interval_HoldsTheTruth()
    {
        const int repeats = 80;
        double[] before = [5, 4, 3, 1],
            now = [3, 4, 1, 5];
        var truth = AttributionDrift.Score(before, now).Normalized;
        var covered = 0;
        for (var r = 0; r < repeats; r++)
        {
            var report = AttributionDrift.Compare(
                s_features,
                Rows(60, 100 + r, before),
                Rows(60, 900 + r, now),
                new AttributionDriftOptions { Replicates = 100 }
            );
            covered += report.Interval.Contains(truth) ? 1 : 0;
        }

        Assert.InRange(covered / (double)repeats, 0.84, 1);
    }

    private static double[] Rows(int rows, int seed, params double[] importance)
    {
        var random = new Philox((ulong)seed);
        return
        [
            .. Enumerable
                .Range(0, rows)
                .SelectMany(_ => importance.Select(size => size * ((2 * random.NextDouble()) - 1))),
        ];
    }
}
