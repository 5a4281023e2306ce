namespace Mlops.Data.DataReaders;

/// <summary>Which columns of a data reader to read, and as what.</summary>
public sealed record DataReaderOptions : ReadOptions;
