using Mlops.Data.Quality.Leakage;

namespace Mlops.Data.Tests.Quality.Leakage;

public class DataOverlapTests
{
    [Fact]
    public void Find_PlantedRows_AreFound()
    {
        var data = SampleData.Read("credit_scoring.csv").WithRole("Status", ColumnRole.Label);
        var (train, rest) = (data.Slice(0, 3000), data.Slice(3000, 1454));
        Assert.Equal(Verdict.Pass, DataOverlap.Find(train, rest).Verdict);
        int[] rows = [.. Enumerable.Range(3000, 900), .. Enumerable.Range(10, 100)];

        var result = DataOverlap.Find(train, data.Take(rows));

        Assert.Equal(Verdict.Fail, result.Verdict);
        Assert.InRange(result.Overlap.Count, 100, 103);
        Assert.Contains(DataOverlap.Find(train, data.Slice(10, 5)).Examples, pair => pair is (0, 10));
    }

    [Fact]
    public void Find_OtherLabelAndOtherDictionary_ComparesTexts()
    {
        var train = Dataset.ParseCsv("a,b,y\nx,1,yes\nz,2,no\n").WithRole("y", ColumnRole.Label);
        var test = Dataset.ParseCsv("a,b,y\nz,2,no\nx,1,no\nq,1,no\n");

        var result = DataOverlap.Find(train, test);

        Assert.Equal((1, 2), (result.Overlap.Count, result.FeatureOverlap.Count));
        Assert.Equal(new OverlappingRow(0, 1), Assert.Single(result.Examples));
    }

    [Fact]
    public void Find_CoarseData_IsHeldToWhatChanceExplains()
    {
        int[] dice = [.. Enumerable.Range(0, 600).Select(i => i * i % 7)];
        var data = Dataset.FromColumns("d", Column.Number("dice", dice));

        var result = DataOverlap.Find(data.Slice(0, 300), data.Slice(300, 300));

        Assert.Equal(1, result.ReferenceRepeats.Value);
        Assert.Equal(Verdict.Pass, result.Verdict);
    }

    [Fact]
    public void Find_NothingInCommon_HasAStatus()
    {
        var data = Dataset.ParseCsv("a\n1\n");
        Assert.Equal(ResultStatus.Undefined, DataOverlap.Find(data, Dataset.ParseCsv("b\n1\n")).Status);
        Assert.Equal(ResultStatus.Empty, DataOverlap.Find(data, data.Slice(0, 0)).Status);
    }

    [Fact]
    public void TimeOrder_RowsBeforeTheReferencesEnd_AreFound()
    {
        var data = SampleData.Read("chicago_ridership.csv");
        var (before, after) = (data.Slice(0, 3000), data.Slice(3000, 2000));

        Assert.Equal(Verdict.Pass, TimeOrder.Check(before, after).Verdict);
        var wrong = TimeOrder.Check(after, before);
        Assert.Equal((Verdict.Fail, 3000L), (wrong.Verdict, wrong.Early.Count));
        Assert.Equal("date", wrong.Column);
        Assert.Equal([0, 1], wrong.Examples.Take(2));
        Assert.Equal(ResultStatus.Absent, TimeOrder.Check(before.Without("date"), after).Status);
        Assert.Equal(ResultStatus.AllMissing, TimeOrder.Check(before, after.Slice(0, 0)).Status);
    }
}
