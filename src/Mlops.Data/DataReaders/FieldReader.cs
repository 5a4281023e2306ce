using System.Data;

namespace Mlops.Data.DataReaders;

/// <summary>Takes the values of one column of a data reader in the order of the rows.</summary>
internal abstract class FieldReader
{
    /// <summary>Takes the value of the reader's current row.</summary>
    public abstract void Append(IDataRecord record);

    /// <summary>Makes the column of what was taken, and begins anew.</summary>
    public abstract Column Build();
}
