using Mlops.Data.Quality.Representativeness;

namespace Mlops.Data.Tests.Quality.Representativeness;

public class PopulationComparisonTests
{
    private static readonly PopulationShares Thirds = PopulationShares.Of(
        "g",
        new Dictionary<string, double>
        {
            ["a"] = 0.5,
            ["b"] = 0.3,
            ["c"] = 0.2,
        }
    );

    // SciPy 1.10: chisquare, jensenshannon(base=2) of 30, 50, 20 against 0.5, 0.3, 0.2; Kish's n by NumPy from the weights.
    [Fact]
    public void Compare_AgainstSciPy_HasItsNumbers()
    {
        var result = PopulationComparison.Compare(Data(30, 50, 20), Thirds);

        Assert.Equal(21.333333333333336, result.GoodnessOfFit!.Statistic, 1e-12);
        Assert.Equal(2.3309101142937e-05, result.GoodnessOfFit.PValue, 1e-15);
        Assert.Equal(0.19092615761081033, result.Distance!.Effect, 1e-12);
        Assert.Equal(82.4175824175824, result.EffectiveCount, 1e-10);
        Assert.Equal(0.5 / 0.3, result.Groups[0].Weight, 1e-12);
        Assert.Equal([true, true, false], result.Groups.Select(group => group.IsApart));
    }

    [Fact]
    public void Compare_WeightedRows_HaveTheDeclaredShares()
    {
        var result = PopulationComparison.Compare(Data(7, 2, 11), Thirds);

        var total = result.RowWeights.Sum();
        Assert.Equal(20, total, 1e-12);
        Assert.Equal(0.5, result.RowWeights.Take(7).Sum() / total, 1e-12);
        Assert.Equal(0.2, result.RowWeights.Skip(9).Sum() / total, 1e-12);
        Assert.InRange(result.EffectiveCount, 1, 20);
    }

    [Theory]
    [InlineData(5000, 3000, 2000, Verdict.Pass)]
    [InlineData(5050, 2980, 1970, Verdict.Pass)]
    [InlineData(3000, 5000, 2000, Verdict.Fail)]
    [InlineData(5, 3, 2, Verdict.Inconclusive)]
    public void Verdict_IsTheIntervalAgainstTheBound(int a, int b, int c, Verdict verdict) =>
        Assert.Equal(verdict, PopulationComparison.Compare(Data(a, b, c), Thirds).Verdict);

    [Fact]
    public void Compare_MissingAndUndeclaredGroups_AreNamed()
    {
        var data = Dataset.FromColumns("d", Column.Category("g", ["a", "a", "b", "x", null]));

        var result = PopulationComparison.Compare(data, Thirds);

        Assert.Equal("c", Assert.Single(result.MissingGroups).Name);
        Assert.Equal("x", result.Groups.Single(group => !group.IsDeclared).Name);
        Assert.Equal(1, result.MissingCount);
        Assert.Equal([1, 1, 1.2, 0, 0], result.RowWeights.Select(weight => Math.Round(weight, 12)));
        Assert.Equal(0, result.GoodnessOfFit!.PValue);
    }

    [Fact]
    public void Compare_CrossOfColumns_CountsPairs()
    {
        var population = PopulationShares.Parse(
            """{"sex": {"1": 0.5, "0": 0.5}, "region x sex": {"north": {"1": 0.2, "0": 0.3}, "south": {"1": 0.3, "0": 0.2}}}"""
        );
        var data = Dataset.FromColumns(
            "d",
            Column.Category("region", Enumerable.Range(0, 1000).Select(i => i % 10 < 5 ? "north" : "south")),
            Column.Number(
                "sex",
                [.. Enumerable.Range(0, 1000).Select(i => i % 10 is 0 or 1 or 5 or 6 or 7 ? 1.0 : 0.0)]
            )
        );

        Assert.Equal(["sex", "region × sex"], population.Select(shares => shares.Name));
        var results = population.Select(shares => PopulationComparison.Compare(data, shares)).ToList();
        Assert.All(results, result => Assert.Equal(Verdict.Pass, result.Verdict));
        Assert.Equal([200L, 300, 300, 200], results[1].Groups.Select(group => group.Observed.Count));
        Assert.Equal(1000, results[1].EffectiveCount, 1e-9);
    }

    [Fact]
    public void Compare_DataThatCantAnswer_HaveAStatus()
    {
        Assert.Equal(ResultStatus.Absent, PopulationComparison.Compare(Dataset.ParseCsv("h\n1\n"), Thirds).Status);
        Assert.Equal(ResultStatus.Empty, PopulationComparison.Compare(Data(0, 0, 0), Thirds).Status);
        var missing = Dataset.FromColumns("d", Column.Category("g", [null, null]));
        Assert.Equal(ResultStatus.AllMissing, PopulationComparison.Compare(missing, Thirds).Status);
        Assert.Equal(Verdict.Inconclusive, PopulationComparison.Compare(missing, Thirds).Verdict);
        var one = PopulationShares.Of("g", new Dictionary<string, double> { ["a"] = 1 });
        Assert.Equal(ResultStatus.Undefined, PopulationComparison.Compare(Data(3, 0, 0), one).Status);
        var texts = Dataset.FromColumns("d", Column.Text("g", ["a"]));
        Assert.Equal(ResultStatus.TypeMismatch, PopulationComparison.Compare(texts, Thirds).Status);
    }

    [Theory]
    [InlineData("""{"g": {"a": 0.5}}""", "sum to 0.5")]
    [InlineData("""{"g": {"a": 1.5, "b": -0.5}}""", "[0,1]")]
    [InlineData("""{"g": 3}""", "object")]
    [InlineData("""{"g": {"a": {"b": 1}}}""", "1 columns")]
    [InlineData("[]", "object")]
    [InlineData("{", "")]
    public void Parse_WhatIsNoShares_SaysWhy(string json, string part) =>
        Assert.Contains(
            part,
            Assert.Throws<FormatException>(() => PopulationShares.Parse(json)).Message,
            StringComparison.Ordinal
        );

    private static Dataset Data(int a, int b, int c) =>
        Dataset.FromColumns(
            "d",
            Column.Category(
                "g",
                [.. Enumerable.Repeat("a", a), .. Enumerable.Repeat("b", b), .. Enumerable.Repeat("c", c)]
            )
        );
}
