using System.CommandLine;
using Mlops.Cli.Registry.Views;
using Mlops.Registry.Artifacts;
using Mlops.Registry.Models;
using Mlops.Registry.Serialization;

namespace Mlops.Cli.Registry.Commands;

/// <summary><c>mlops registry register</c>: a version of a model, from its files.</summary>
internal sealed class RegisterCommand
{
    private readonly Argument<string> _model = CommonOptions.Model();
    private readonly Option<string[]> _from = CommonOptions.Texts(
        "--artifacts-from",
        "A folder or a file of the model; may be repeated. It is copied into the registry's artifacts.",
        "PATH"
    );
    private readonly Option<string[]> _data = CommonOptions.Texts(
        "--data",
        "A data set that it was made from, by the digest that drift reports name it by; files other than CSV and JSON lines by their bytes; may be repeated.",
        "NAME=FILE"
    );
    private readonly Option<string[]> _role = CommonOptions.Texts(
        "--role",
        "What the data served for, in the order of --data: training, validation, test. [default: training]",
        "ROLE"
    );
    private readonly Option<string?> _code = CommonOptions.Text(
        "--code",
        "The code that trained it.",
        "REPOSITORY@COMMIT"
    );
    private readonly Option<string?> _parent = CommonOptions.Text(
        "--parent",
        "The version that it was derived from.",
        "VERSION"
    );
    private readonly Option<string?> _run = CommonOptions.Text("--run", "The run that made it, by id.", "ID");
    private readonly Option<string?> _signature = CommonOptions.Text(
        "--signature",
        "Inputs and outputs as JSON: {\"inputs\": [{\"name\": \"income\", \"type\": \"double\", \"shape\": []}], \"outputs\": […]}.",
        "FILE"
    );
    private readonly Option<string?> _description = CommonOptions.Text(
        "--description",
        "What distinguishes this version."
    );
    private readonly Option<string[]> _tag = CommonOptions.Texts("--tag", "A mark; may be repeated.", "NAME=VALUE");
    private readonly Option<string[]> _contributor = CommonOptions.Texts(
        "--contributor",
        "Who else had a hand in it, and so can't approve it; may be repeated.",
        "NAME"
    );
    private readonly Option<bool> _draft = CommonOptions.Flag("--draft", "Keeps it a draft, which may still change.");
    private readonly Option<string?> _liveSince = CommonOptions.Text(
        "--live-since",
        "For a version that has been in use before: since when. What is missing is listed.",
        "TIME"
    );
    private readonly Option<string?> _reason = CommonOptions.Text(
        "--reason",
        "Why it is registered, or registered only now."
    );
    private readonly NewModel _newModel = new();

    public static Command Create(RegistryTool tool)
    {
        var it = new RegisterCommand();
        return tool.Command(
            "register",
            "Registers a version of a model: its definition is fixed, and approvals are bound to it.",
            it.RunAsync,
            [
                it._model,
                it._from,
                it._data,
                it._role,
                it._code,
                it._parent,
                it._run,
                it._signature,
                it._description,
                it._tag,
                it._contributor,
                it._draft,
                it._liveSince,
                it._reason,
                it._newModel.Create,
                it._newModel.IntendedUse,
            ]
        );
    }

    private async Task<int> RunAsync(RegistryCall call, CancellationToken cancellationToken)
    {
        var model = VersionReference.Model(call.Get(_model));

        // What is misspelt is told before files are copied.
        DateTimeOffset? since = call.Get(_liveSince) is { } time ? Words.ParseTime(time, "--live-since") : null;
        if (since is not null && string.IsNullOrWhiteSpace(call.Get(_reason)))
        {
            throw new CliException("--live-since goes with --reason: why was it not registered in time?");
        }

        var definition = new VersionDefinition
        {
            Artifacts = new ArtifactManifest([]),
            Description = call.Get(_description) ?? "",
            Signature = Signature(call.Get(_signature)),
            Lineage = await LineageAsync(call, cancellationToken).ConfigureAwait(false),
            Run = call.Get(_run),
            Tags = (call.Get(_tag) ?? [])
                .Select(text => Words.Pair(text, "--tag", "team=lending"))
                .ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal),
        };
        var isCreated = await _newModel.EnsureAsync(call, model, cancellationToken).ConfigureAwait(false);
        definition = definition with
        {
            Artifacts = await ArtifactFiles
                .StoreAsync(call.Get(_from) ?? [], call.Host.Artifacts, cancellationToken)
                .ConfigureAwait(false),
        };
        var version = await call
            .Registry.RegisterAsync(
                new VersionRegistration(model, definition)
                {
                    AsDraft = call.Get(_draft),
                    Contributors = call.Get(_contributor) ?? [],
                    LiveSince = since,
                    Reason = call.Get(_reason),
                },
                cancellationToken
            )
            .ConfigureAwait(false);
        return await call.AnswerAsync(
                version,
                $"{version.Key} is {(call.Get(_draft) ? "a draft" : "registered")}{(isCreated ? $"; the model '{model}' is new" : "")}: {Words.Count(definition.Artifacts.Files.Count, "file")}, definition {Words.Short(version.DefinitionDigest)}.",
                Notes(call, version),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    private static List<string> Notes(RegistryCall call, ModelVersion version)
    {
        List<string> notes = [.. version.Retroactive?.Gaps.Select(gap => $"Gap, {gap.Code}: {gap.Message}") ?? []];
        if (call.Host.Artifacts is null && version.Definition.Artifacts.Files.Count > 0)
        {
            notes.Add(
                "The registry has no folder of artifacts: the files are known by digest, and nothing was copied; --artifacts FOLDER keeps them."
            );
        }

        return notes;
    }

    private async Task<Lineage> LineageAsync(RegistryCall call, CancellationToken cancellationToken)
    {
        var data = call.Get(_data) ?? [];
        var roles = call.Get(_role) ?? [];
        if (roles.Length > 1 && roles.Length != data.Length)
        {
            throw new CliException(
                $"--role is given {roles.Length} times and --data {data.Length} times: give one role for all, or one for each."
            );
        }

        var sets = new List<DataSetReference>();
        foreach (var (index, text) in data.Index())
        {
            var (name, path) = Words.Pair(text, "--data", "applications=train.csv");
            var role = roles.Length == 0 ? "training" : roles[roles.Length == 1 ? 0 : index];
            sets.Add(
                new DataSetReference(
                    name,
                    role,
                    await DataFiles.DigestAsync(path, cancellationToken).ConfigureAwait(false)
                )
            );
        }

        return new Lineage
        {
            DataSets = sets,
            Code = call.Get(_code) is { } code ? Code(code) : null,
            Parent = call.Get(_parent) is { } parent
                ? await VersionReference.ResolveAsync(call.Registry, parent, cancellationToken).ConfigureAwait(false)
                : null,
        };
    }

    private static CodeReference Code(string text)
    {
        var at = text.LastIndexOf('@');
        return at > 0 && at < text.Length - 1
            ? new CodeReference(text[..at], text[(at + 1)..])
            : throw new CliException(
                $"--code is '{text}'; REPOSITORY@COMMIT was expected, as in github.com/acme/credit@3f1c2ab."
            );
    }

    private static ModelSignature? Signature(string? path)
    {
        if (path is null)
        {
            return null;
        }

        try
        {
            return RegistryJson.Deserialize<ModelSignature>(Words.ReadFile(path, "signature"));
        }
        catch (FormatException error)
        {
            throw new CliException($"--signature {path}: {error.Message}");
        }
    }
}
