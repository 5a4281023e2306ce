using Mlops.Data.Quality.LabelNoise;
using Mlops.Statistics.Distributions;
using Mlops.Statistics.Randomness;

namespace Mlops.Data.Tests.Quality.LabelNoise;

public class LabelNoiseSearchTests
{
    // scikit-learn 1.2: NearestNeighbors(brute) of 10 rows on the standardised columns, then the rule of confident learning.
    [Fact]
    public void Find_OfBreastCancer_FindsTheRowsOfScikitLearn()
    {
        var result = LabelNoiseSearch.Find(
            SampleData.Read("breast_cancer.csv"),
            new LabelNoiseOptions { Label = "diagnosis" },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal([135, 297, 40, 73, 255, 414, 81], result.Candidates.Select(candidate => candidate.Row));
        Assert.Equal([1, 1, 0.8, 0.8, 0.8, 0.8, 0.4], result.Candidates.Select(candidate => candidate.Score));
        Assert.Equal(("malignant", "benign"), (result.Candidates[0].Label, result.Candidates[0].Suggested));
        Assert.Equal(0, result.Contradictory.Count);
    }

    [Fact]
    public void Find_FlippedLabelsOfSeparableClasses_FindsThem()
    {
        var (data, flipped) = Blobs(2000, 0.05);

        var result = LabelNoiseSearch.Find(
            data,
            new LabelNoiseOptions { Label = "y", MaximumCandidates = 1000 },
            cancellationToken: TestContext.Current.CancellationToken
        );

        var found = result.Candidates.Select(candidate => (int)candidate.Row).ToHashSet();
        Assert.True(flipped.Count(found.Contains) >= 0.95 * flipped.Count);
        Assert.True(found.Count(row => !flipped.Contains(row)) <= 0.01 * data.RowCount);
        Assert.True(result.Noise.Interval.Contains((double)flipped.Count / data.RowCount));
        Assert.False(result.IsSampled);
    }

    [Fact]
    public void Find_FlippedLabelsOfRealData_RankThemHigh()
    {
        var data = SampleData.Read("breast_cancer.csv");
        var random = new Philox(5);
        var flipped = new HashSet<int>();
        while (flipped.Count < 28)
        {
            flipped.Add((int)random.NextBelow((uint)data.RowCount));
        }

        var labels = Enumerable
            .Range(0, data.RowCount)
            .Select(row =>
                ((CategoryColumn)data["diagnosis"])[row] == "benign" ^ flipped.Contains(row) ? "benign" : "malignant"
            );
        var result = LabelNoiseSearch.Find(
            SampleData.With(data, Column.Category("diagnosis", labels)),
            new LabelNoiseOptions { Label = "diagnosis" },
            cancellationToken: TestContext.Current.CancellationToken
        );

        var found = result.Candidates.Select(candidate => (int)candidate.Row).ToHashSet();
        Assert.True(flipped.Count(found.Contains) >= 0.75 * flipped.Count, $"{flipped.Count(found.Contains)} found");
    }

    [Fact]
    public void Find_MoreRowsThanTheSample_SaysSoAndStillFinds()
    {
        var (data, flipped) = Blobs(3000, 0.05);

        var options = new LabelNoiseOptions
        {
            Label = "y",
            MaximumReferenceRows = 500,
            MaximumCandidates = 1000,
        };
        var result = LabelNoiseSearch.Find(data, options, cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsSampled);
        Assert.Equal(500, result.ReferenceCount);
        Assert.True(result.Candidates.Count(candidate => flipped.Contains((int)candidate.Row)) >= 0.9 * flipped.Count);
    }

    [Fact]
    public void Find_EqualRowsWithOtherLabels_AreCountedExactly()
    {
        var data = Dataset.ParseCsv("a,b,y\n1,x,no\n1,x,yes\n1,x,no\n2,x,yes\n2,,yes\n2,,no\n");

        var result = LabelNoiseSearch.Find(
            data,
            new LabelNoiseOptions { Label = "y", Neighbours = 1 },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal((2, 6), (result.Contradictory.Count, result.Contradictory.Total));
        Assert.Equal(1, result.ContradictoryRows[0]);
    }

    [Fact]
    public void Find_NumbersFarFromTheirNeighbours_AreCandidates()
    {
        double[] x = [.. Enumerable.Range(0, 500).Select(i => i / 50.0)];
        double[] y = [.. x.Select((value, i) => value + (0.1 * Math.Sin(i * 1.7)))];
        y[100] += 5;
        y[300] = -40;
        var data = Dataset.FromColumns("d", Column.Number("x", x), Column.Number("y", y));

        var result = LabelNoiseSearch.Find(
            data,
            new LabelNoiseOptions { Label = "y" },
            cancellationToken: TestContext.Current.CancellationToken
        );

        Assert.Equal([300, 100], result.Candidates.Take(2).Select(candidate => candidate.Row));
        Assert.Equal("-40", result.Candidates[0].Label);
    }

    [Fact]
    public void Find_DataThatCantAnswer_HaveAStatus()
    {
        Assert.Equal(ResultStatus.Absent, Status("a,b\n1,2\n", null));
        Assert.Equal(ResultStatus.Empty, Status("a,y\n", "y"));
        Assert.Equal(ResultStatus.AllMissing, Status("a,y\n1,\n", "y"));
        Assert.Equal(ResultStatus.Constant, Status("a,y\n1,1\n2,1\n", "y"));
        Assert.Equal(ResultStatus.TooFewRows, Status("a,y\n1,1\n2,0\n", "y"));
        Assert.Equal(ResultStatus.Absent, Status("y\n1\n0\n", "y"));
        Assert.Equal(ResultStatus.Absent, Status("a,y\n1,1\n1,0\n", "y"));

        static ResultStatus Status(string csv, string? label) =>
            LabelNoiseSearch
                .Find(
                    Dataset.ParseCsv(csv),
                    new LabelNoiseOptions { Label = label },
                    cancellationToken: TestContext.Current.CancellationToken
                )
                .Status;
    }

    [Fact]
    public void Find_Cancelled_Throws()
    {
        var (data, _) = Blobs(500, 0.05);

        Assert.Throws<OperationCanceledException>(() =>
            LabelNoiseSearch.Find(
                data,
                new LabelNoiseOptions { Label = "y" },
                cancellationToken: new CancellationToken(true)
            )
        );
    }

    private static (Dataset Data, HashSet<int> Flipped) Blobs(int rows, double share)
    {
        var random = new Philox(11);
        var (x, z) = (new double[rows], new double[rows]);
        var labels = new string[rows];
        var flipped = new HashSet<int>();
        for (var i = 0; i < rows; i++)
        {
            // A rare class of a fifth of the rows, six deviations apart.
            var isRare = random.NextDouble() < 0.2;
            x[i] = Normal.Quantile((random.NextDouble() * 0.999998) + 1e-6) + (isRare ? 6 : 0);
            z[i] = Normal.Quantile((random.NextDouble() * 0.999998) + 1e-6);
            var isFlipped = random.NextDouble() < share;
            labels[i] = isRare ^ isFlipped ? "rare" : "common";
            if (isFlipped)
            {
                flipped.Add(i);
            }
        }

        return (
            Dataset.FromColumns("blobs", Column.Number("x", x), Column.Number("z", z), Column.Category("y", labels)),
            flipped
        );
    }
}
