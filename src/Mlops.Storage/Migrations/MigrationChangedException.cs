namespace Mlops.Storage.Migrations;

/// <summary>An applied migration is not the one that the code holds under its number.</summary>
/// <param name="message">What was wrong, where, and what would be right.</param>
/// <param name="innerException">What the database's own library said, where it said something.</param>
public sealed class MigrationChangedException(string message, Exception? innerException = null)
    : Exception(message, innerException);
