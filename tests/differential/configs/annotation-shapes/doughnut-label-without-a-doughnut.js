// 400 x 300
{
  "type": "scatter",
  "data": {
    "datasets": []
  },
  "options": {
    "scales": {
      "x": {
        "display": false,
        "min": 0,
        "max": 10
      },
      "y": {
        "display": false,
        "min": 0,
        "max": 10
      }
    },
    "plugins": {
      "title": {
        "display": true,
        "text": "nothing but a title"
      },
      "legend": {
        "display": false
      },
      "annotation": {
        "annotations": [
          {
            "type": "doughnutLabel",
            "content": "none"
          }
        ]
      }
    }
  }
}
