using Mlops.Data.Quality.Outliers;

namespace Mlops.Data.Tests.Quality.Outliers;

public class OutlierFencesTests
{
    private static readonly double[] Values = [2.1, 3.4, 1.9, 2.8, 3.0, 2.2, 2.6, 14.0, 2.4, 3.1, -6.0, 2.7];

    // NumPy 1.24: percentile (linear), mean, std(ddof=1), median; the fences by their definitions.
    [Theory]
    [InlineData(OutlierMethod.InterquartileRange, 0.9, 4.3, 1, 1)]
    [InlineData(OutlierMethod.ZScore, -10.107588159418052, 15.807588159418051, 0, 0)]
    [InlineData(OutlierMethod.RobustZScore, 0.31490500000000043, 4.985095, 1, 1)]
    public void Fit_AgainstNumPy_HasItsFences(OutlierMethod method, double lower, double upper, long below, long above)
    {
        var data = Of(Values);

        var found = OutlierFences.Fit(data, new OutlierOptions { Method = method }).Find(data)["x"];

        Assert.Equal(lower, found.Fences.Lower, 1e-12);
        Assert.Equal(upper, found.Fences.Upper, 1e-12);
        Assert.Equal((below, above), (found.BelowCount, found.AboveCount));
        Assert.Equal(below + above, found.Outliers.Count);
        Assert.Equal(12, found.Outliers.Total);
    }

    // pandas 1.5 on samples/data/pima_diabetes.csv.
    [Theory]
    [InlineData("mass", 13.85, 50.25, 0, 8)]
    [InlineData("pedigree", -0.33, 1.2, 0, 29)]
    public void Fit_OfPima_FindsWhatPandasFinds(string column, double lower, double upper, long below, long above)
    {
        var data = SampleData.Read("pima_diabetes.csv");

        var found = OutlierFences.Fit(data).Find(data)[column];

        Assert.Equal(lower, found.Fences.Lower, 1e-9);
        Assert.Equal(upper, found.Fences.Upper, 1e-9);
        Assert.Equal((below, above), (found.BelowCount, found.AboveCount));
        Assert.All(found.Examples, example => Assert.True(example.Value > upper && example.Score > 0));
    }

    [Fact]
    public void Find_OfOtherData_HoldsThemToTheFencesOfTheReference()
    {
        var fences = OutlierFences.Fit(Of([.. Enumerable.Range(0, 101).Select(i => (double)i)]));

        var found = fences.Find(Of([-100, 50, double.NaN, 1e9, double.PositiveInfinity]))["x"];

        Assert.Equal((-50, 150), (found.Fences.Lower, found.Fences.Upper));
        Assert.Equal((1, 2, 4), (found.BelowCount, found.AboveCount, found.Outliers.Total));
        Assert.Equal([0, 3, 4], found.Examples.Select(example => example.Row));
        Assert.Equal(-3, found.Examples[0].Score);
        Assert.False(found.Fences.IsLongTailed);
    }

    [Fact]
    public void Find_OfAShiftedAndScaledColumn_FindsTheSameRows()
    {
        foreach (var method in Enum.GetValues<OutlierMethod>())
        {
            var options = new OutlierOptions { Method = method, ZScoreLimit = 2 };
            var (first, second) = (Of(Values), Of([.. Values.Select(value => (1024 * value) + 4096)]));
            Assert.Equal(
                OutlierFences.Fit(first, options).Find(first)["x"].Examples.Select(example => example.Row),
                OutlierFences.Fit(second, options).Find(second)["x"].Examples.Select(example => example.Row)
            );
        }
    }

    [Fact]
    public void Fit_OfDataThatCantAnswer_HasAStatus()
    {
        double[] half = [.. Enumerable.Repeat(0.0, 30), .. Enumerable.Range(1, 9).Select(i => (double)i)];
        Assert.Equal(ResultStatus.Empty, Status([]));
        Assert.Equal(ResultStatus.AllMissing, Status([double.NaN, double.NaN]));
        Assert.Equal(ResultStatus.TooFewRows, Status([1]));
        Assert.Equal(ResultStatus.Constant, Status([.. Enumerable.Repeat(7.0, 20)]));
        Assert.Equal(ResultStatus.Undefined, Status(half));
        Assert.Equal(ResultStatus.Undefined, Status(half, OutlierMethod.RobustZScore));
        Assert.Equal(ResultStatus.Ok, Status(half, OutlierMethod.ZScore));
        Assert.Equal(ResultStatus.Infinite, Status([.. Values, double.PositiveInfinity], OutlierMethod.ZScore));
        Assert.Equal(ResultStatus.Ok, Status([.. Values, double.PositiveInfinity]));
    }

    [Fact]
    public void Find_WithoutTheColumn_SaysSo()
    {
        var fences = OutlierFences.Fit(Of(Values));

        Assert.Equal(ResultStatus.Absent, fences.Find(Dataset.ParseCsv("y\n1\n"))["x"].Status);
        Assert.Equal(ResultStatus.TypeMismatch, fences.Find(Dataset.ParseCsv("x\na\n"))["x"].Status);
        Assert.Equal(0, fences.Find(Dataset.ParseCsv("x\na\n"))["x"].Outliers.Total);
    }

    [Fact]
    public void IsLongTailed_OfExponentialAndNormalQuantiles_TellsThemApart()
    {
        var exponential = Enumerable.Range(0, 1000).Select(i => -Math.Log(1 - ((i + 0.5) / 1000)));
        var normal = Enumerable.Range(0, 1000).Select(i => Statistics.Distributions.Normal.Quantile((i + 0.5) / 1000));

        Assert.True(OutlierFences.Fit(Of([.. exponential])).Columns[0].IsLongTailed);
        var fences = OutlierFences.Fit(Of([.. normal])).Columns[0];
        Assert.False(fences.IsLongTailed);
        Assert.Equal(2.906, fences.TailWeight, 0.01);
        Assert.Equal(0, fences.QuartileSkewness, 1e-9);
    }

    [Fact]
    public void Fit_OptionsOutsideTheirRange_Throw()
    {
        var data = Of(Values);
        Assert.Equal(
            "InterquartileFactor",
            Assert
                .Throws<ArgumentOutOfRangeException>(() =>
                    OutlierFences.Fit(data, new OutlierOptions { InterquartileFactor = 0 })
                )
                .ParamName
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            OutlierFences.Fit(data, new OutlierOptions { Method = (OutlierMethod)9 })
        );
    }

    private static Dataset Of(double[] values) => Dataset.FromColumns("data", Column.Number("x", values));

    private static ResultStatus Status(double[] values, OutlierMethod method = OutlierMethod.InterquartileRange) =>
        OutlierFences.Fit(Of(values), new OutlierOptions { Method = method }).Columns[0].Status;
}
