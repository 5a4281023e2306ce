using Mlops.Data.Csv;

namespace Mlops.Data.Tests.Csv;

public sealed class SampleDataTests
{
    [Theory]
    [InlineData("chicago_ridership.csv", 5698, 50, 0)]
    [InlineData("telco_churn.csv", 7043, 20, 11)]
    [InlineData("credit_scoring.csv", 4454, 14, 455)]
    [InlineData("breast_cancer.csv", 569, 31, 0)]
    [InlineData("pima_diabetes.csv", 768, 9, 652)]
    public void ReadCsv_RealFile_HasItsRowsColumnsAndGaps(string file, int rows, int columns, long missing)
    {
        var dataset = Read(file);
        Assert.Equal(file, dataset.Name);
        Assert.Equal(rows, dataset.RowCount);
        Assert.Equal(columns, dataset.Columns.Count);
        Assert.Equal(missing, dataset.Columns.Sum(column => column.MissingCount));
        Assert.All(dataset.Columns, column => Assert.Equal(default, column.Failures));
    }

    [Fact]
    public void ReadCsv_Ridership_KindsAndFirstRow()
    {
        var dataset = Read("chicago_ridership.csv");
        Assert.Equal(ColumnKind.Time, dataset["date"].Kind);
        Assert.Equal(49, dataset.Columns.Count(column => column.Kind == ColumnKind.Number));
        Assert.Equal(15.732, Same.ValueOf(dataset["ridership"], 0));
        Assert.Equal(new DateTime(2001, 1, 22), Same.ValueOf(dataset["date"], 0));
        Assert.Equal(
            Enumerable.Range(2001, 16).Select(year => $"{year}"),
            dataset.SplitByTime(TimeWindow.Year).Select(window => window.Label)
        );
    }

    [Fact]
    public void ReadCsv_CreditScoring_CategoriesAndMissing()
    {
        var dataset = Read("credit_scoring.csv");
        Assert.Equal(["bad", "good"], ((CategoryColumn)dataset["Status"]).Categories.Order(StringComparer.Ordinal));
        Assert.Equal(SourceType.Integer, dataset["Income"].SourceType);
        Assert.Equal(381, dataset["Income"].MissingCount);
    }

    [Theory]
    [InlineData("breast_cancer.csv")]
    [InlineData("chicago_ridership.csv")]
    [InlineData("credit_scoring.csv")]
    [InlineData("pima_diabetes.csv")]
    [InlineData("telco_churn.csv")]
    public void StreamCsv_SampleFile_IsReadCsvInChunks(string file)
    {
        var whole = Read(file);
        var path = Path.Combine(SampleFolder(), file);
        var options = new CsvOptions { ChunkRows = 500 };
        Dataset[] chunks = [.. Dataset.StreamCsv(path, options, null, TestContext.Current.CancellationToken)];
        Assert.Equal((whole.RowCount + 499) / 500, chunks.Length);
        foreach (var column in whole.Columns)
        {
            Assert.Equal(Same.ValuesOf(column), chunks.SelectMany(chunk => Same.ValuesOf(chunk[column.Name])));
            Assert.All(chunks, chunk => Assert.Equal(column.Kind, chunk[column.Name].Kind));
        }
    }

    private static Dataset Read(string file) =>
        Dataset.ReadCsv(Path.Combine(SampleFolder(), file), cancellationToken: TestContext.Current.CancellationToken);

    private static string SampleFolder()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var samples = Path.Combine(folder.FullName, "samples", "data");
            if (Directory.Exists(samples))
                return samples;
        }

        throw new DirectoryNotFoundException($"There is no samples/data above {AppContext.BaseDirectory}.");
    }
}
