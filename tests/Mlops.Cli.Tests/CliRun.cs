namespace Mlops.Cli.Tests;

/// <summary>The tool, run in a folder of its own.</summary>
internal sealed class CliRun : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("mlops-cli-");

    public string Output { get; private set; } = "";

    public string Error { get; private set; } = "";

    public string PathOf(string file) => Path.Combine(_folder.FullName, file);

    public string Write(string file, string content)
    {
        File.WriteAllText(PathOf(file), content);
        return PathOf(file);
    }

    public string Read(string file) => File.ReadAllText(PathOf(file));

    public async Task<int> Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await CliApplication.RunAsync(args, output, error, TestContext.Current.CancellationToken);
        (Output, Error) = (output.ToString(), error.ToString());
        return code;
    }

    /// <summary>A file with a number that follows a sine, shifted, and a category.</summary>
    public string Numbers(string file, int rows, double shift = 0)
    {
        var random = new Random(rows);
        var lines = Enumerable
            .Range(0, rows)
            .Select(i =>
                FormattableString.Invariant(
                    $"{i},{random.NextDouble() + random.NextDouble() + shift:R},{(random.NextDouble() < 0.3 ? "yes" : "no")}"
                )
            );
        return Write(file, $"id,x,bought\n{string.Join('\n', lines)}\n");
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
