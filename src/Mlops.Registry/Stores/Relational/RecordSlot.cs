namespace Mlops.Registry.Stores.Relational;

/// <summary>A record that a unit has read or written: as the table has it, and as the unit sees it.</summary>
internal sealed class RecordSlot
{
    public RecordSlot(StoredRecord? record, RecordColumns columns)
    {
        Record = record;
        StoredRevision = record?.Revision ?? 0;
        StoredColumns = columns;
    }

    /// <summary>The revision that the table has; 0 for no row.</summary>
    public long StoredRevision { get; private set; }

    /// <summary>The columns that the table has.</summary>
    public RecordColumns StoredColumns { get; private set; }

    /// <summary>The record as the unit sees it.</summary>
    public StoredRecord? Record { get; private set; }

    /// <summary>By what it will be found, when it was written.</summary>
    public RecordIndex Index { get; private set; } = RecordIndex.None;

    /// <summary>Whether the table has yet to be told.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Whether that there is no row was not read but taken for granted, until an insert finds otherwise.</summary>
    public bool IsAssumed { get; set; }

    public long Revision => Record?.Revision ?? 0;

    public void Change(StoredRecord? record, RecordIndex index)
    {
        Record = record;
        Index = index;
        IsChanged = true;
    }

    /// <summary>The table has been told.</summary>
    public void Settle()
    {
        StoredRevision = Revision;
        StoredColumns = Record is null ? default : RecordColumns.Of(Index);
        IsChanged = false;
        IsAssumed = false;
    }
}
