namespace Mlops.Statistics.Sorting;

/// <summary>The last step of a sort: keys stand in short runs in the order of the runs, and each run is put in order.</summary>
/// <typeparam name="TKey">The unsigned integer that is sorted.</typeparam>
internal unsafe interface IRunFinish<TKey>
    where TKey : unmanaged
{
    /// <param name="keys">The keys; those of a run are above all those of the runs before it.</param>
    /// <param name="count">How many keys there are.</param>
    /// <param name="longest">The length of the longest run.</param>
    static abstract void Finish(TKey* keys, int count, int longest);
}
