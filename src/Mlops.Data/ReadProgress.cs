namespace Mlops.Data;

/// <summary>How far a read has come.</summary>
/// <param name="BytesRead">Bytes read so far. A pass that is repeated starts from 0 again.</param>
/// <param name="TotalBytes">Bytes there are; 0 while a stream does not say.</param>
/// <param name="RowsRead">Rows read so far, without the header.</param>
public readonly record struct ReadProgress(long BytesRead, long TotalBytes, long RowsRead);
