using Mlops.Data.Quality.Duplicates;

namespace Mlops.Data.Tests.Quality.Duplicates;

public class DuplicateSearchTests
{
    // pandas 1.5: DataFrame.duplicated().sum().
    [Theory]
    [InlineData("telco_churn.csv", 22, 7043)]
    [InlineData("credit_scoring.csv", 2, 4454)]
    public void Find_OfRealData_FindsWhatPandasFinds(string file, long repeats, long rows)
    {
        var result = DuplicateSearch.Find(SampleData.Read(file));

        Assert.Equal((repeats, rows), (result.Repeats.Count, result.Repeats.Total));
        Assert.True(result.Repeats.Interval.Contains((double)repeats / rows));
    }

    [Fact]
    public void Find_PlantedRows_AreInTheirGroups()
    {
        var data = SampleData.Read("pima_diabetes.csv");
        Assert.Equal(0, DuplicateSearch.Find(data).Repeats.Count);
        int[] rows = [.. Enumerable.Range(0, data.RowCount), 5, 7, 5];

        var result = DuplicateSearch.Find(data.Take(rows));

        Assert.Equal(3, result.Repeats.Count);
        Assert.Equal(2, result.GroupCount);
        Assert.Equal([5, 768, 770], result.Groups[0].Rows);
        Assert.Equal([7, 769], result.Groups[1].Rows);
    }

    [Fact]
    public void Find_AnyRowOrder_CountsTheSame()
    {
        var data = SampleData.Read("telco_churn.csv");
        int[] order = [.. Enumerable.Range(0, data.RowCount).Reverse()];

        var (first, second) = (DuplicateSearch.Find(data), DuplicateSearch.Find(data.Take(order)));

        Assert.Equal((first.Repeats, first.GroupCount), (second.Repeats, second.GroupCount));
    }

    [Fact]
    public void Find_AgainstBruteForce_AgreesOnSmallTables()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            double[] numbers =
            [
                .. Enumerable.Range(0, 12).Select(_ => random.Next(3) == 0 ? double.NaN : random.Next(2) * -0.0),
            ];
            string?[] texts =
            [
                .. Enumerable.Range(0, 12).Select(_ => random.Next(3) == 0 ? null : "ab"[..random.Next(3)]),
            ];
            var data = Dataset.FromColumns("d", Column.Number("n", numbers), Column.Text("t", texts));
            var distinct = numbers
                .Zip(texts)
                .Select(pair => (double.IsNaN(pair.First), pair.Second))
                .Distinct()
                .Count();

            Assert.Equal(12 - distinct, DuplicateSearch.Find(data).Repeats.Count);
        }
    }

    [Fact]
    public void Find_ChosenColumns_ComparesThoseAlone()
    {
        var data = Dataset.ParseCsv("id,a,b\n1,x,1\n2,x,1\n3,y,1\n");

        Assert.Equal(0, DuplicateSearch.Find(data).Repeats.Count);
        var chosen = DuplicateSearch.Find(data, new DuplicateOptions { Columns = ["a", "b"] });
        Assert.Equal([0, 1], Assert.Single(chosen.Groups).Rows);
        Assert.Throws<ArgumentException>(() =>
            DuplicateSearch.Find(data, new DuplicateOptions { Columns = ["nothing"] })
        );
    }

    [Fact]
    public void Find_ColumnsThatSayTheSame_AreTold()
    {
        double[] metres = [.. Enumerable.Range(0, 40).Select(i => (i * 17 % 41) + 0.5)];
        string[] codes = [.. Enumerable.Range(0, 40).Select(i => "abc"[i % 3].ToString())];
        var data = Dataset.FromColumns(
            "d",
            Column.Number("metres", metres),
            Column.Category("code", codes),
            Column.Number("minus feet", [.. metres.Select(value => -value / 0.3048)]),
            Column.Number("again", metres),
            Column.Number("number of code", [.. codes.Select(code => (double)code[0])]),
            Column.Number("other", [.. metres.Select(value => Math.Sin(value))]),
            Column.Number("constant", new double[40]),
            Column.Number("none", new double[40])
        );

        var columns = DuplicateSearch.Find(data).Columns;

        Assert.Collection(
            columns,
            equal =>
            {
                Assert.Equal(DuplicateColumnKind.Equal, equal.Kind);
                Assert.Equal(["metres", "again"], equal.Columns);
            },
            order =>
            {
                Assert.Equal(DuplicateColumnKind.SameOrder, order.Kind);
                Assert.Equal(["metres", "minus feet"], order.Columns);
            },
            pair =>
            {
                Assert.Equal(DuplicateColumnKind.OneToOne, pair.Kind);
                Assert.Equal(["code", "number of code"], pair.Columns);
            }
        );
    }

    [Fact]
    public void Find_Keys_TellsThoseThatAreNotQuite()
    {
        string[] ids = [.. Enumerable.Range(0, 100).Select(i => $"id{Math.Min(i, 98)}")];
        int[] numbers = [.. Enumerable.Range(0, 100)];
        var data = Dataset.FromColumns(
            "d",
            Column.Category("id", ids),
            Column.Number("n", numbers),
            Column.Category("g", ids.Select(id => id[..3]))
        );

        var keys = DuplicateSearch.Find(data).Keys;

        Assert.Equal(["id", "n"], keys.Select(key => key.Column));
        Assert.False(keys[0].IsUnique);
        Assert.Equal([99], keys[0].RepeatedRows);
        Assert.True(keys[1].IsUnique);
    }

    [Fact]
    public void Find_EmptyOneRowAllMissing_HasAnAnswer()
    {
        Assert.Equal(ResultStatus.Empty, DuplicateSearch.Find(Dataset.ParseCsv("a,b\n")).Status);
        Assert.Equal(0, DuplicateSearch.Find(Dataset.ParseCsv("a\n1\n")).Repeats.Count);
        var missing = Dataset.FromColumns("d", Column.Number("x", new[] { double.NaN, double.NaN, double.NaN }));
        Assert.Equal(2, DuplicateSearch.Find(missing).Repeats.Count);
    }
}
