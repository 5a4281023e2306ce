using System.Text;
using Mlops.Registry.Access;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Checkpoints;
using Mlops.Registry.Stores.Relational;
using Mlops.Registry.Transparency;
using Mlops.Storage;
using Mlops.Storage.PostgreSql;
using Mlops.Storage.Sqlite;

namespace Mlops.Registry.Soak;

/// <summary>One store that all processes of a run share, and the folder of what stands beside it: key, checkpoints, artifacts, journals.</summary>
internal sealed class Place
{
    public const string Variable = "MLOPS_TEST_POSTGRES";
    private const string Origin = "mlops.local/soak";

    private Place(string folder, string store)
    {
        (Folder, Store) = (folder, store);
        Artifacts = new FileArtifactStore(Path.Combine(folder, "artifacts"));
    }

    public string Folder { get; }

    /// <summary><c>sqlite:FILE</c> or <c>postgres:SCHEMA</c>.</summary>
    public string Store { get; }

    public FileArtifactStore Artifacts { get; }

    private string KeyFile => Path.Combine(Folder, "key.pem");

    public static Place Of(Arguments arguments)
    {
        var folder = Path.GetFullPath(
            arguments.Find("folder") ?? Directory.CreateTempSubdirectory("mlops-soak-").FullName
        );
        Directory.CreateDirectory(folder);
        var store = arguments.Get("store") switch
        {
            "sqlite" => "sqlite:" + Path.Combine(folder, "registry.db"),
            "postgres" => $"postgres:soak_{Environment.ProcessId}",
            var text => text,
        };
        var place = new Place(folder, store);
        if (!File.Exists(place.KeyFile))
        {
            using var signer = EcdsaNoteSigner.Generate(Origin);
            File.WriteAllText(place.KeyFile, signer.ExportPem());
        }

        return place;
    }

    public string JournalFile(string process) => Path.Combine(Folder, process + ".journal");

    /// <summary>The registry; its caller disposes it.</summary>
    public ModelRegistry Open(AccessRecording recording)
    {
        var options = new ModelRegistryOptions { Origin = Origin, AccessRecording = recording };
        options.Signers.Add(EcdsaNoteSigner.FromPem(Origin, File.ReadAllText(KeyFile)));
        var checkpoints = new DirectoryCheckpointFolder(Path.Combine(Folder, "checkpoints"));
        options.CheckpointSinks.Add(checkpoints);
        options.CheckpointSources.Add(checkpoints);
        return new ModelRegistry(new RelationalRegistryStore(OpenDatabase()), options, Artifacts);
    }

    /// <summary>The file of every version: its artifacts are verified before it may be active.</summary>
    public async Task<ArtifactFile> WriteWeightsAsync()
    {
        await using var weights = new MemoryStream(Encoding.UTF8.GetBytes("weights"));
        return await Artifacts.WriteAsync("model.bin", weights);
    }

    private RelationalDatabase OpenDatabase()
    {
        var parts = Store.Split(':', 2);
        return parts switch
        {
            ["sqlite", var file] => SqliteDatabase.Open(file),
            ["postgres", var schema] => PostgreSqlDatabase.Open(
                Environment.GetEnvironmentVariable(Variable)
                    ?? throw new ArgumentException($"{Variable} is not set: run this by 'eng/postgres.sh run'."),
                new PostgreSqlDatabaseOptions { Schema = schema }
            ),
            _ => throw new ArgumentException($"'{Store}' is no store: say sqlite[:FILE] or postgres[:SCHEMA]."),
        };
    }
}
