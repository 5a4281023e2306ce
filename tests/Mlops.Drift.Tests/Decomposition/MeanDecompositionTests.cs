using Mlops.Data;
using Mlops.Drift.Decomposition;
using Mlops.Reporting.Rendering;

namespace Mlops.Drift.Tests.Decomposition;

public class MeanDecompositionTests
{
    [Fact]
    public void Compare_OnlyTheMixMoves_IsAllComposition()
    {
        var result = MeanDecomposition.Compare(Data("then", 4000, 0.5), Data("now", 4000, 0.8), "score", "plan").Result;

        Assert.Equal(0.6, result.Change.Estimate, 0.1);
        Assert.True(result.Composition.PValue < 1e-6);
        Assert.True(result.Within.Interval.Contains(0));
        Assert.Equal(result.Change.Estimate, result.Composition.Estimate + result.Within.Estimate, 1e-12);
    }

    [Fact]
    public void Compare_OnlyTheMeansMove_IsAllWithin()
    {
        var decomposition = MeanDecomposition.Compare(
            Data("then", 4000, 0.5),
            Data("now", 4000, 0.5, 0.4),
            "score",
            "plan"
        );

        Assert.Equal(0.4, decomposition.Result.Within.Estimate, 0.1);
        Assert.Equal(0, decomposition.Result.Composition.Estimate, 0.1);
        Assert.Equal(
            ["plan = full", "plan = basic"],
            decomposition.GroupNames.OrderByDescending(name => name, StringComparer.Ordinal)
        );
        Assert.Contains("score", decomposition.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(decomposition.ToDocument().ToHtml());
    }

    [Fact]
    public void Compare_BooleansAndBins_AreDecomposed()
    {
        var a = Dataset.FromColumns(
            "a",
            Column.Boolean("yes", Enumerable.Range(0, 400).Select(i => i % 4 == 0)),
            Column.Number("x", Samples.Normal(400, 1))
        );

        var result = MeanDecomposition.Compare(a, a, "yes", "x").Result;

        Assert.Equal(0.25, result.ReferenceMean, 1e-12);
        Assert.Equal((0, 0), (result.Composition.Estimate, result.Within.Estimate));
        Assert.Equal(10, result.Groups.Count);
    }

    [Fact]
    public void Compare_NothingThere_MakesAReport()
    {
        var one = Data("one", 1, 0.5);
        var missing = Dataset.FromColumns(
            "m",
            Column.Number("score", [double.NaN, double.NaN]),
            Column.Category("plan", [null, null])
        );

        foreach (
            var (a, b, status) in ((Dataset, Dataset, ResultStatus)[])
                [
                    (one, one, ResultStatus.TooFewRows),
                    (one.Slice(0, 0), one, ResultStatus.Empty),
                    (one, missing, ResultStatus.Empty),
                    (missing, missing, ResultStatus.Empty),
                ]
        )
        {
            var decomposition = MeanDecomposition.Compare(a, b, "score", "plan");

            Assert.Equal(status, decomposition.Result.Status);
            Assert.NotEmpty(decomposition.ToDocument().ToHtml());
        }
    }

    [Fact]
    public void Compare_WrongColumns_AreNamed()
    {
        var data = Data("d", 10, 0.5);

        Assert.Throws<ArgumentException>("outcome", () => MeanDecomposition.Compare(data, data, "?", "plan"));
        Assert.Throws<ArgumentException>("outcome", () => MeanDecomposition.Compare(data, data, "plan", "plan"));
        Assert.Throws<ArgumentException>("groupedBy", () => MeanDecomposition.Compare(data, data, "score", "?"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecompositionOptions { NumberBins = 1 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new DecompositionOptions { ConfidenceLevel = 0 });
    }

    private static Dataset Data(string name, int rows, double full, double by = 0)
    {
        string[] plans = [.. Enumerable.Range(0, rows).Select(i => i % 100 < 100 * full ? "full" : "basic")];
        var score = Samples.Normal(rows, name.Length + rows);
        return Dataset.FromColumns(
            name,
            Column.Category("plan", plans),
            Column.Number("score", [.. score.Select((x, i) => x + by + (plans[i] == "full" ? 2 : 0))])
        );
    }
}
