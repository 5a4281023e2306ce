using Mlops.Data.Parsing;

namespace Mlops.Data.Loading;

/// <summary>Says how each column is loaded, and keeps what was learnt of it for the chunks that follow.</summary>
internal sealed class LoadingPlan(ReadOptions options, NumberParser numbers)
{
    private readonly Dictionary<string, (ColumnKind? Kind, int Dimensions)> _learnt = new(StringComparer.Ordinal);
    private int _rows;

    public ReadOptions Options { get; } = options;

    /// <summary>The loader for a read of the whole; <see langword="null"/> for a column that is left out.</summary>
    public ColumnLoader? Whole(string name) =>
        Options.Without.Contains(name) ? null
        : Options.StatedKind(name) is { } kind ? LoaderOf(kind, name, new LoaderSettings(numbers, IsInferred: false))
        : new InferringLoader(name, new LoaderSettings(numbers, IsInferred: true));

    /// <summary>The loader for a chunk, by what earlier chunks have told; <see langword="null"/> for a column that is left out.</summary>
    public ColumnLoader? Chunk(string name)
    {
        if (Options.Without.Contains(name))
            return null;
        var (kind, dimensions) = _learnt.GetValueOrDefault(name);
        var settings = new LoaderSettings(numbers, IsInferred: false, _rows, dimensions);
        return (Options.StatedKind(name) ?? kind) is { } known
            ? LoaderOf(known, name, settings)
            : new InferringLoader(name, settings);
    }

    /// <summary>Keeps what a loader has found out in a chunk.</summary>
    public void Learn(string name, ColumnLoader loader)
    {
        _learnt[name] = (loader.Kind, loader.Dimensions);
        // A chunk that ends at its bytes has now a few rows more, now a few fewer.
        _rows = Math.Min(loader.Count + (loader.Count / 16), Options.ChunkRows);
    }

    public static ColumnLoader LoaderOf(ColumnKind kind, string name, LoaderSettings settings) =>
        kind switch
        {
            ColumnKind.Number => new NumberLoader(settings),
            ColumnKind.Boolean => new BooleanLoader(settings),
            ColumnKind.Time => new TimeLoader(settings),
            ColumnKind.Text => new TextLoader(name),
            ColumnKind.Embedding => new EmbeddingLoader(name, settings),
            _ => new CategoryLoader(settings.Rows),
        };
}
