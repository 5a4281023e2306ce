namespace Mlops.Storage.Tests.Places;

/// <summary>Gives empty databases of one product.</summary>
public interface IStore
{
    Place NewPlace();
}
