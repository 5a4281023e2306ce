namespace Mlops.Data.Loading;

/// <summary>One pass over the rows of a source, into loaders.</summary>
/// <param name="loaderOf">Makes the loader of a column; <see langword="null"/> when the column is not wanted.</param>
internal abstract class TablePass(Func<string, ColumnLoader?> loaderOf) : IDisposable
{
    private readonly List<string> _names = [];
    private readonly List<ColumnLoader?> _loaders = [];

    /// <summary>Every column that was seen, wanted or not, in the order in which they came.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>The loaders of the rows since the chunk began; <see langword="null"/> where a column is not wanted.</summary>
    public IReadOnlyList<ColumnLoader?> Loaders => _loaders;

    /// <summary>How many rows were loaded since the chunk began.</summary>
    public int Rows { get; private set; }

    /// <summary>How many bytes of text lie before the current row.</summary>
    public abstract long ByteOffset { get; }

    /// <summary>Loads the next row.</summary>
    /// <returns>False when there is none.</returns>
    public bool LoadRow()
    {
        if (!TryLoadRow())
            return false;
        Rows++;
        return true;
    }

    /// <summary>The loader of a column that is to be one of the data set; <see langword="null"/> for another.</summary>
    public ColumnLoader? Wanted(int column) => IsColumn(column) ? _loaders[column] : null;

    /// <summary>Begins a new chunk, with new loaders.</summary>
    public void BeginChunk()
    {
        for (var i = 0; i < _loaders.Count; i++)
            _loaders[i] = loaderOf(_names[i]);
        Rows = 0;
    }

    /// <inheritdoc/>
    public abstract void Dispose();

    /// <summary>Whether what was seen under a name is a column after all.</summary>
    protected virtual bool IsColumn(int column) => true;

    /// <summary>Loads the next row; its values go to <see cref="Loaders"/>, one to each that is there.</summary>
    protected abstract bool TryLoadRow();

    /// <summary>Adds a column, of which the rows so far have no value.</summary>
    protected int AddColumn(string name)
    {
        var loader = loaderOf(name);
        for (var i = 0; loader is not null && i < Rows; i++)
            loader.AppendMissing();
        _names.Add(name);
        _loaders.Add(loader);
        return _names.Count - 1;
    }
}
