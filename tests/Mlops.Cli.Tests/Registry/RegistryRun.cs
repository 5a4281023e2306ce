using System.Text.Json;

namespace Mlops.Cli.Tests.Registry;

/// <summary>The tool on a registry of its own: who acts is said in one word.</summary>
internal sealed class RegistryRun(string? server = null) : IDisposable
{
    private static readonly string[] Factors =
    [
        "--data-sensitivity",
        "low",
        "--business-impact",
        "low",
        "--model-complexity",
        "low",
        "--deployment-scope",
        "low",
        "--reason",
        "first",
    ];

    public CliRun Cli { get; } = new();

    public string Output => Cli.Output;

    public string Error => Cli.Error;

    /// <summary>A file of its own, or the server's connection string.</summary>
    public string Database => server ?? Cli.PathOf("models.db");

    private string Artifacts => Cli.PathOf("models.db.artifacts");

    /// <summary>The answer of the last command, which was asked for as JSON.</summary>
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    /// <summary>Runs <c>mlops registry</c> as a user who holds one role.</summary>
    public Task<int> As(string user, string role, params IEnumerable<string> args) =>
        Cli.Run([
            "registry",
            .. args,
            "--registry",
            Database,
            "--artifacts",
            Artifacts,
            "--user",
            user,
            "--roles",
            role,
        ]);

    public Task<int> Ada(params IEnumerable<string> args) => As("ada", "author", args);

    public Task<int> Vic(params IEnumerable<string> args) => As("vic", "validator", args);

    public Task<int> Olga(params IEnumerable<string> args) => As("olga", "operator", args);

    public Task<int> Adam(params IEnumerable<string> args) => As("adam", "administrator", args);

    public Task<int> Amy(params IEnumerable<string> args) => As("amy", "reader", args);

    public Task<int> Verify(params IEnumerable<string> args) =>
        Cli.Run(["verify", "--registry", Database, "--artifacts", Artifacts, .. args]);

    public Task<int> Init(params IEnumerable<string> args) =>
        Cli.Run(["registry", "init", "--registry", Database, .. args]);

    /// <summary>A registry with the model credit, and its first version.</summary>
    public async Task Start()
    {
        await Must(Init());
        await Must(
            Ada("register", "credit", "--create", "--intended-use", "Scores.", "--artifacts-from", Artifact("one"))
        );
    }

    /// <summary>A file of a model.</summary>
    public string Artifact(string content) => Cli.Write("weights.bin", content);

    public Task<int> AssessLow(string version) => Ada(["risk", version, .. Factors]);

    /// <summary>Takes a registered version into use.</summary>
    public async Task Activate(string version)
    {
        await Must(AssessLow(version));
        await Must(Ada("review", version, "--reason", "ready"));
        await Must(Vic("approve", version, "--role", "validator", "--ticket", "CHG-1"));
        await Must(Olga("transition", version, "staged", "--reason", "shadow"));
        await Must(Olga("transition", version, "active", "--reason", "go live"));
    }

    /// <summary>Runs a step that a test rests on.</summary>
    public async Task Must(Task<int> step)
    {
        var code = await step;
        Assert.True(code == 0, $"Exit code {code}: {Error}{Output}");
    }

    public void Dispose() => Cli.Dispose();
}
