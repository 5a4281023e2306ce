namespace Mlops.Storage.Tests.Places;

public sealed class SqliteStore : IStore, IDisposable
{
    private int _count;

    public string Folder { get; } = Directory.CreateTempSubdirectory("mlops-storage-tests-").FullName;

    public Place NewPlace() => new("sqlite", Path.Combine(Folder, $"{Interlocked.Increment(ref _count)}.db"), "main");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
