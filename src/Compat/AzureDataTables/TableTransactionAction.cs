#nullable disable // The real signatures say nothing of null.

namespace Azure.Data.Tables;

/// <summary>Stands for the class of the same name in Azure.Data.Tables: one change of a transaction.</summary>
public class TableTransactionAction
{
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity)
        : this(actionType, entity, default)
    {
    }

    /// <param name="etag">The version that must be there, for updates and deletes. Left out: a delete takes any version, an update
    /// takes any or none (it inserts); to demand that there is one, give <see cref="ETag.All"/>.</param>
    public TableTransactionAction(TableTransactionActionType actionType, ITableEntity entity, ETag etag = default)
    {
        ActionType = actionType;
        Entity = entity;
        ETag = etag;
    }

    public TableTransactionActionType ActionType { get; }

    public ITableEntity Entity { get; }

    public ETag ETag { get; }
}
