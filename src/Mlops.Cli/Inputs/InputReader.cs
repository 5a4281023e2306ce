using Mlops.Data;
using Mlops.Data.Csv;
using Mlops.Data.JsonLines;

namespace Mlops.Cli.Inputs;

/// <summary>Reads data files in any form, with the settings of the command line.</summary>
internal sealed class InputReader(Settings settings, TextWriter error, CancellationToken cancellationToken)
{
    /// <summary>The whole file.</summary>
    /// <param name="path">CSV or JSON lines.</param>
    /// <param name="schema">Kinds and roles to read with; <see langword="null"/> finds kinds, and takes roles from the settings.</param>
    public Dataset Read(string path, DatasetSchema? schema)
    {
        using var progress = new ReadingProgress(path, error);
        var data =
            Kind(path) == InputKind.JsonLines
                ? Dataset.ReadJsonLines(path, JsonLines(schema), progress, cancellationToken)
                : Dataset.ReadCsv(path, Csv(schema), progress, cancellationToken);
        return schema is null ? WithRoles(data) : data;
    }

    /// <summary>The whole file, with the kinds and roles of the settings before those of a schema.</summary>
    /// <param name="path">CSV or JSON lines.</param>
    /// <param name="schema">Kinds of the columns that the settings do not name.</param>
    public Dataset ReadLike(string path, DatasetSchema schema)
    {
        using var progress = new ReadingProgress(path, error);
        var data =
            Kind(path) == InputKind.JsonLines
                ? Dataset.ReadJsonLines(
                    path,
                    JsonLines(schema) with
                    {
                        Kinds = settings.Kinds,
                    },
                    progress,
                    cancellationToken
                )
                : Dataset.ReadCsv(path, Csv(schema) with { Kinds = settings.Kinds }, progress, cancellationToken);
        return WithRoles(data);
    }

    /// <summary>The file in chunks, so that memory does not grow with it.</summary>
    /// <param name="path">CSV or JSON lines.</param>
    /// <param name="schema">Kinds and roles to read with; <see langword="null"/> finds kinds in the first chunk.</param>
    public IEnumerable<Dataset> Stream(string path, DatasetSchema? schema)
    {
        using var progress = new ReadingProgress(path, error);
        var chunks =
            Kind(path) == InputKind.JsonLines
                ? Dataset.StreamJsonLines(path, JsonLines(schema), progress, cancellationToken)
                : Dataset.StreamCsv(path, Csv(schema), progress, cancellationToken);
        foreach (var chunk in chunks)
        {
            yield return schema is null ? WithRoles(chunk) : chunk;
        }
    }

    private static InputKind Kind(string path)
    {
        var kind = InputFile.KindOf(path);
        return kind is InputKind.Csv or InputKind.JsonLines
            ? kind
            : throw new CliException(
                $"'{path}' is a {kind.ToString().ToLowerInvariant()}; data were expected, CSV or JSON lines."
            );
    }

    private Dataset WithRoles(Dataset data)
    {
        foreach (var (column, role) in settings.Roles)
        {
            data = data.WithRole(column, role);
        }

        foreach (var column in settings.Protected)
        {
            data = data.WithProtected(column);
        }

        return data;
    }

    private CsvOptions Csv(DatasetSchema? schema)
    {
        var options = new CsvOptions
        {
            Delimiter = settings.Delimiter,
            Culture = settings.Culture,
            Schema = schema,
            Kinds = schema is null ? settings.Kinds : new Dictionary<string, ColumnKind>(),
        };
        return settings.Missing is { } missing ? options with { MissingTokens = missing } : options;
    }

    private JsonLinesOptions JsonLines(DatasetSchema? schema) =>
        new() { Schema = schema, Kinds = schema is null ? settings.Kinds : new Dictionary<string, ColumnKind>() };
}
