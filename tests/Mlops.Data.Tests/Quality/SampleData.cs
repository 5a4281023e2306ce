namespace Mlops.Data.Tests.Quality;

/// <summary>Real data of the repository's samples.</summary>
internal static class SampleData
{
    public static Dataset Read(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Mlops.Sdk.sln")))
        {
            folder = folder.Parent!;
        }

        return Dataset.ReadCsv(
            Path.Combine(folder.FullName, "samples", "data", file),
            cancellationToken: TestContext.Current.CancellationToken
        );
    }

    /// <summary>The data with another column in its place, or at the end.</summary>
    public static Dataset With(Dataset data, Column column) =>
        Dataset.FromColumns(data.Name, [.. data.Columns.Where(other => other.Name != column.Name), column]);
}
